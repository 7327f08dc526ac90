package io.ordertrail.stock.ledger;

import org.springframework.stereotype.Service;

import io.ordertrail.change.Subject;
import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.masterdata.SaveParts;

/** Creates or changes a site. */
@Service
public class SaveSite extends SaveMasterData<Site, SiteData> {

    SaveSite(Sites sites, SaveParts parts) {
        super(Subject.Kind.SITE, sites, parts);
    }

    @Override
    protected String code(SiteData data) {
        return data.code();
    }

    @Override
    protected Site create(String code) {
        return new Site(code);
    }

    @Override
    protected void describe(Site site, SiteData data) {
        site.describe(data);
    }

    @Override
    protected SiteData data(Site site) {
        return new SiteData(site.code(), site.name(), site.country());
    }
}
