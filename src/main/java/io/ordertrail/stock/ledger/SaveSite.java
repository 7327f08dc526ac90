package io.ordertrail.stock.ledger;

import org.springframework.stereotype.Service;

import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.refusal.Checked;

@Service
public class SaveSite extends SaveMasterData<Site, SiteData> {

    SaveSite(Sites sites, Checked checked) {
        super(sites, checked, SiteData::code, Site::new, Site::describe);
    }
}
