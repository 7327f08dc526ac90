package io.ordertrail.web.master;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.Site;
import io.ordertrail.stock.ledger.SiteData;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.web.page.FormInput;

/** The pages for sites. There are few sites, so the list shows them all. */
@Controller
@RequestMapping("/sites")
class SitesPage extends MasterDataPage<Site, SiteData> {

    record SiteForm(String code, String name, String country) implements Form<SiteData> {

        @Override
        public SiteData data() {
            return new SiteData(code.strip(), name, FormInput.orNull(country));
        }
    }

    private final Sites sites;

    SitesPage(Sites sites, SaveSite saveSite, RecordHistory history) {
        super("site", "code", sites, saveSite, history);
        this.sites = sites;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("rows", sites.findAllByOrderByCode());
        return "sites";
    }

    @Override
    SiteForm empty() {
        return new SiteForm("", "", "");
    }

    @Override
    SiteForm known(Site site) {
        return new SiteForm(site.code(), site.name(), site.country());
    }

    @Override
    SiteForm typed(FormInput typed, String code) {
        return new SiteForm(code, typed.text("name"), typed.text("country"));
    }
}
