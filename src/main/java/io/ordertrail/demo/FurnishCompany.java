package io.ordertrail.demo;

import java.math.BigDecimal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortageWish;
import io.ordertrail.platform.Role;
import io.ordertrail.stock.BookStock;
import io.ordertrail.stock.Booking;
import io.ordertrail.stock.ReorderLevel;
import io.ordertrail.stock.SaveReorderLevel;
import io.ordertrail.stock.SaveSite;
import io.ordertrail.stock.SiteData;
import io.ordertrail.stock.StockMovement.Kind;
import io.ordertrail.stock.StockMovements;

/** Gives the demo company what it sells, whom it sells to and what lies on its shelves: all of it or nothing. */
@Service
@Transactional(timeout = FurnishCompany.LONGEST_SECONDS)
class FurnishCompany {

  /** Longer than anybody's work may take, because nobody waits for it, and a slow machine should get its demo, too. */
  static final int LONGEST_SECONDS = 100;

  private static final String OPENING_STOCK = "opening-stock-";

  private final SaveProduct saveProduct;
  private final SaveCustomer saveCustomer;
  private final SaveSite saveSite;
  private final BookStock bookStock;
  private final SaveReorderLevel saveReorderLevel;
  private final StockMovements movements;
  private final Staff staff;

  FurnishCompany(SaveProduct saveProduct, SaveCustomer saveCustomer, SaveSite saveSite, BookStock bookStock,
      SaveReorderLevel saveReorderLevel, StockMovements movements, Staff staff) {
    this.saveProduct = saveProduct;
    this.saveCustomer = saveCustomer;
    this.saveSite = saveSite;
    this.bookStock = bookStock;
    this.saveReorderLevel = saveReorderLevel;
    this.movements = movements;
    this.staff = staff;
  }

  void furnish() {
    DemoFile.rows("products").forEach(this::product);
    DemoFile.rows("customers").forEach(this::customer);
    DemoFile.rows("sites").forEach(row -> saveSite.save(new SiteData(row.getField("code"), row.getField("name"), row.getField("country"))));
    staff.as(Role.WAREHOUSE, () -> DemoFile.rows("stock").forEach(this::stock));
    DemoFile.rows("reorder").forEach(row -> saveReorderLevel.save(row.getField("sku"), row.getField("site"), null,
        new ReorderLevel(Integer.valueOf(row.getField("point")), Integer.valueOf(row.getField("quantity")))));
  }

  /** Whether this is the demo company: told by its own ledger, whatever was changed since. */
  boolean isFurnished() {
    return DemoFile.rows("stock").stream().anyMatch(row -> movements.findByExternalId(idOf(row)).isPresent());
  }

  private void product(NamedCsvRecord row) {
    saveProduct.save(new ProductData(row.getField("sku"), row.getField("name"), row.getField("category"),
        new BigDecimal(row.getField("listPrice")), true));
  }

  private void customer(NamedCsvRecord row) {
    saveCustomer.save(new CustomerData(row.getField("number"), row.getField("name"), address(row),
        new BigDecimal(row.getField("creditLimit")), Boolean.parseBoolean(row.getField("blocked")),
        ShortageWish.valueOf(row.getField("shortageWish"))));
  }

  private static Address address(NamedCsvRecord row) {
    return new Address(row.getField("name"), DemoFile.optional(row, "street"), DemoFile.optional(row, "postalCode"),
        DemoFile.optional(row, "city"), DemoFile.optional(row, "region"), row.getField("country"),
        DemoFile.optional(row, "phone"), DemoFile.optional(row, "email"));
  }

  private void stock(NamedCsvRecord row) {
    var sku = row.getField("sku");
    var site = row.getField("site");
    var pieces = Integer.parseInt(row.getField("onHand"));
    bookStock.keepShelf(sku, site, row.getField("shelf"));
    if (pieces > 0) {
      bookStock.book(new Booking(idOf(row), sku, site, pieces, Kind.RECEIPT, "Opening stock"));
    }
  }

  private static String idOf(NamedCsvRecord row) {
    return OPENING_STOCK + row.getField("site") + "-" + row.getField("sku");
  }
}
