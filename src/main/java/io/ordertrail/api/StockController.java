package io.ordertrail.api;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.catalog.Products;
import io.ordertrail.platform.Again;
import io.ordertrail.platform.Checked;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Text;
import io.ordertrail.stock.BookStock;
import io.ordertrail.stock.Booking;
import io.ordertrail.stock.ReorderLevel;
import io.ordertrail.stock.SaveReorderLevel;
import io.ordertrail.stock.Sites;
import io.ordertrail.stock.StockItems;
import io.ordertrail.stock.StockLevel;
import io.ordertrail.stock.StockMovement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@RestController
@RequestMapping(path = "/api/stock", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stock")
class StockController {

  private final StockItems items;
  private final Products products;
  private final Sites sites;
  private final BookStock bookStock;
  private final SaveReorderLevel saveReorderLevel;
  private final Checked checked;
  private final Again again;

  StockController(StockItems items, Products products, Sites sites, BookStock bookStock, SaveReorderLevel saveReorderLevel,
      Checked checked, Again again) {
    this.items = items;
    this.products = products;
    this.sites = sites;
    this.bookStock = bookStock;
    this.saveReorderLevel = saveReorderLevel;
    this.checked = checked;
    this.again = again;
  }

  record Shelf(@Text(max = 20, required = true) String shelf, Integer reorderPoint, Integer reorderQuantity) {
  }

  /** @param movement our own number of it; {@code id} is the sender's */
  record Movement(long movement, String id, String sku, String site, StockMovement.Kind kind, int quantity, String reason, String by, Instant at) {

    static Movement of(StockMovement booked) {
      return new Movement(booked.id(), booked.externalId(), booked.sku(), booked.site(), booked.kind(), booked.onHandChange(),
          booked.reason(), booked.actor(), booked.at());
    }
  }

  @GetMapping
  @Operation(summary = "Find stock, by SKU and site; with below, what is running low")
  StockView.StockPage findStock(@ParameterObject @Valid StockQuery query) {
    var found = items.below(query.below(), query.site(), PageQuery.pattern(query.sku()), query.afterSku(), query.afterSite(), query.atMost());
    return StockView.page(found, items.supply(found.stream().map(StockLevel::sku).distinct().toList()), query.limit());
  }

  @GetMapping("/{sku}")
  @Operation(summary = "Look at a product's stock per site")
  StockView showStock(@PathVariable String sku) {
    return StockView.of(products.get(sku).sku(), items.levels(List.of(sku)), items.supply(List.of(sku)));
  }

  @PutMapping(path = "/{sku}/{site}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Say on which shelf of a site a product lies, and when it is refilled", description = """
      A product that was never there gets its place, with nothing on it. With fewer pieces than the reorder point, available and incoming, \
      a purchase is proposed; where point and quantity are left out, nobody watches.""")
  StockView keepShelf(@PathVariable String sku, @PathVariable String site, @RequestBody Shelf place) {
    checked.valid(place);
    products.get(sku);
    sites.findById(site).orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "site.unknown", site));
    again.ifContended(() -> saveReorderLevel.save(sku, site, place.shelf(),
        new ReorderLevel(place.reorderPoint(), place.reorderQuantity())));
    return showStock(sku);
  }

  @PostMapping(path = "/movements", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Book goods that come or go other than by an order", description = """
      The same id twice changes nothing and is answered as the first time. What comes is handed to the orders that wait for it; \
      a loss that cuts into reservations is booked, and the orders promised last go back to waiting.""")
  Movement bookMovement(@RequestBody Booking booking) {
    return Movement.of(again.ifContended(() -> bookStock.book(booking)));
  }
}
