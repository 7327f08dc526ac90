package io.ordertrail.api.stock;

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

import io.ordertrail.api.problem.StaleCall;
import io.ordertrail.api.wire.VersionTag;
import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.StaleVersion;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.replenishment.ReorderLevel;
import io.ordertrail.stock.replenishment.SaveReorderLevel;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/stock", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stock")
class StockController {

    private final ShowStock showStock;
    private final Products products;
    private final Sites sites;
    private final SaveReorderLevel saveReorderLevel;
    private final Checked checked;

    StockController(
            ShowStock showStock, Products products, Sites sites, SaveReorderLevel saveReorderLevel, Checked checked) {
        this.showStock = showStock;
        this.products = products;
        this.sites = sites;
        this.saveReorderLevel = saveReorderLevel;
        this.checked = checked;
    }

    record StockSettings(
            @Text(max = 20, required = true) String shelf, Integer reorderPoint, Integer reorderQuantity) {}

    @GetMapping
    @Operation(summary = "List stock levels by SKU and site; the parameter below finds low stock")
    StockView.StockPage findStock(@ParameterObject @Valid StockQuery query) {
        return showStock.page(query);
    }

    @GetMapping("/{sku}")
    @Operation(summary = "Show the stock of a product at each site")
    StockView showStock(@PathVariable String sku) {
        return showStock.of(sku);
    }

    @GetMapping("/{sku}/{site}")
    @Operation(summary = "Show the bin and the reorder level of a product at a site")
    ResponseEntity<StockSettings> showStockSettings(@PathVariable String sku, @PathVariable String site) {
        var known = products.get(sku).sku();
        return ResponseEntity.ok().eTag(tag(known, site)).body(settings(known, site));
    }

    private StockSettings settings(String sku, String site) {
        return showStock.of(sku).sites().stream()
                .filter(level -> level.site().equals(site))
                .findFirst()
                .map(level -> new StockSettings(level.shelf(), level.reorderPoint(), level.reorderQuantity()))
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "site.unknown", site));
    }

    private String tag(String sku, String site) {
        return VersionTag.of(showStock.settingsVersion(sku, site));
    }

    @PutMapping(path = "/{sku}/{site}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @Operation(summary = "Set the bin and the reorder level of a product at a site", description = """
      When the product is not stocked at the site yet, the call creates a stock level of zero. When the available and incoming units \
      together are fewer than the reorder point, a purchase order is proposed. Without a reorder point and a reorder quantity, no \
      purchase order is proposed.""")
    ResponseEntity<StockView> saveStockSettings(
            @PathVariable String sku,
            @PathVariable String site,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody StockSettings settings) {
        checked.valid(settings);
        var known = products.get(sku).sku();
        sites.findById(site).orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "site.unknown", site));
        try {
            saveReorderLevel.save(
                    known,
                    site,
                    settings.shelf(),
                    new ReorderLevel(settings.reorderPoint(), settings.reorderQuantity()),
                    VersionTag.expected(ifMatch));
        } catch (StaleVersion stale) {
            throw new StaleCall(stale, settings(known, site), tag(known, site));
        }
        return ResponseEntity.ok().eTag(tag(known, site)).body(showStock.of(known));
    }
}
