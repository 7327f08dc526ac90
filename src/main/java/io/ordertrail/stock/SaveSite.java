package io.ordertrail.stock;

import org.springframework.stereotype.Service;

import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.platform.Checked;

@Service
public class SaveSite extends SaveMasterData<Site, SiteData> {

  SaveSite(Sites sites, Checked checked) {
    super(sites, checked, SiteData::code, Site::new, Site::describe);
  }
}
