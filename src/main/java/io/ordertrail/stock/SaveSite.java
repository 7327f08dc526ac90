package io.ordertrail.stock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Checked;

/** Creates a site or changes what is known of it. */
@Service
@Transactional
public class SaveSite {

  private final Sites sites;
  private final Checked checked;

  SaveSite(Sites sites, Checked checked) {
    this.sites = sites;
    this.checked = checked;
  }

  public Site save(SiteData data) {
    checked.valid(data);
    var site = sites.findById(data.code()).orElseGet(() -> new Site(data.code()));
    site.describe(data);
    return sites.save(site);
  }
}
