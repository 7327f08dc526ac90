package io.ordertrail.api.master;

import java.util.List;
import java.util.Locale;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.wire.PageQuery;
import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.Site;
import io.ordertrail.stock.ledger.SiteData;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/sites", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sites")
class SitesController {

    private final Sites sites;
    private final MasterDataCalls<Site, SiteData, SiteView> calls;

    SitesController(Sites sites, SaveSite saveSite) {
        this.sites = sites;
        this.calls = new MasterDataCalls<>(sites, saveSite, SiteView::of);
    }

    record SiteBody(String name, String country) {}

    record SiteView(String code, String name, String country) {

        static SiteView of(Site site) {
            return new SiteView(site.code(), site.name(), site.country());
        }
    }

    record SitePage(List<SiteView> sites, String next) {}

    /** There are few sites, so this method reads them all and then selects the page. */
    @GetMapping
    @Operation(summary = "List sites, sorted by code")
    SitePage findSites(@ParameterObject @Valid PageQuery query) {
        var text = query.text().strip().toLowerCase(Locale.ROOT);
        var found = sites.findAllByOrderByCode().stream()
                .filter(site -> site.code().compareTo(query.after()) > 0)
                .filter(site -> (site.code() + "\n" + site.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(text))
                .toList();
        return query.page(found, Site::code, calls.view(), SitePage::new);
    }

    @GetMapping("/{code}")
    @Operation(summary = "Show a site")
    ResponseEntity<SiteView> showSite(@PathVariable String code) {
        return calls.show(code);
    }

    @PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @Operation(summary = "Create or update a site")
    ResponseEntity<SiteView> saveSite(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody SiteBody body) {
        return calls.save(code, new SiteData(code, body.name(), body.country()), ifMatch);
    }
}
