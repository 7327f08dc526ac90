package io.ordertrail.api;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.platform.Refusal;
import io.ordertrail.stock.KeepSite;
import io.ordertrail.stock.Site;
import io.ordertrail.stock.SiteData;
import io.ordertrail.stock.Sites;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@RestController
@RequestMapping(path = "/api/sites", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sites")
class SitesController {

  private final Sites sites;
  private final KeepSite keepSite;
  private final SecondLook secondLook;

  SitesController(Sites sites, KeepSite keepSite, SecondLook secondLook) {
    this.sites = sites;
    this.keepSite = keepSite;
    this.secondLook = secondLook;
  }

  record Body(String name, String country) {
  }

  record View(String code, String name, String country) {

    static View of(Site site) {
      return new View(site.code(), site.name(), site.country());
    }
  }

  record Page(List<View> sites, String next) {
  }

  /** Warehouses are few: all are read, and the page is cut out of them. */
  @GetMapping
  @Operation(summary = "Find sites, by code")
  Page search(@ParameterObject @Valid PageQuery query) {
    var wanted = query.text().strip().toLowerCase(Locale.ROOT);
    var found = sites.findAllByOrderByCode().stream().filter(site -> site.code().compareTo(query.after()) > 0)
        .filter(site -> (site.code() + "\n" + site.name()).toLowerCase(Locale.ROOT).contains(wanted)).toList();
    return new Page(query.page(found, View::of), query.next(found, Site::code));
  }

  @GetMapping("/{code}")
  @Operation(summary = "Look at a site")
  View show(@PathVariable String code) {
    return View.of(sites.findById(code).orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "site.unknown", code)));
  }

  @PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Create or change a site")
  View keep(@PathVariable String code, @RequestBody Body body) {
    return View.of(secondLook.at(() -> keepSite.keep(new SiteData(code, body.name(), body.country()))));
  }
}
