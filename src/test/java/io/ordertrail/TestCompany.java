package io.ordertrail;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.KeepProduct;
import io.ordertrail.catalog.ProductData;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.KeepCustomer;
import io.ordertrail.customer.ShortageWish;
import io.ordertrail.order.NewOrder;
import io.ordertrail.stock.BookStock;
import io.ordertrail.stock.Booking;
import io.ordertrail.stock.KeepSite;
import io.ordertrail.stock.SiteData;
import io.ordertrail.stock.StockMovement.Kind;

/** Products, customers and stock of a test's own: each call gives new ones, so tests do not meet. */
@Component
public class TestCompany {

  private static final AtomicInteger COUNT = new AtomicInteger();
  public static final Address BERLIN = new Address("Café Morgenrot", "Linienstraße 14", "10178", "Berlin", null, "DE", null, null);

  private final KeepProduct keepProduct;
  private final KeepCustomer keepCustomer;
  private final KeepSite keepSite;
  private final BookStock bookStock;

  TestCompany(KeepProduct keepProduct, KeepCustomer keepCustomer, KeepSite keepSite, BookStock bookStock) {
    this.keepProduct = keepProduct;
    this.keepCustomer = keepCustomer;
    this.keepSite = keepSite;
    this.bookStock = bookStock;
  }

  /** @return the SKU of a new product at list price 10, of which so many lie in Vienna */
  public String product(int onHand) {
    var sku = "T-" + COUNT.incrementAndGet();
    keepProduct.keep(new ProductData(sku, "Cup " + sku, "Tableware", new BigDecimal("10.00"), true));
    keepSite.keep(new SiteData("VIE", "Vienna", "AT"));
    keepSite.keep(new SiteData("ROT", "Rotterdam", "NL"));
    bookStock.keepShelf(sku, "VIE", "A-01-1");
    if (onHand > 0) {
      receive(sku, "VIE", onHand);
    }
    return sku;
  }

  public void receive(String sku, String site, int pieces) {
    bookStock.book(new Booking(null, sku, site, pieces, Kind.RECEIPT, null));
  }

  public void lose(String sku, String site, int pieces) {
    bookStock.book(new Booking(null, sku, site, -pieces, Kind.LOSS, "water"));
  }

  public String customer() {
    return customer(ShortageWish.ASK);
  }

  public String customer(ShortageWish wish) {
    return customer(new BigDecimal("1000000"), false, wish);
  }

  public String customer(BigDecimal creditLimit, boolean blocked, ShortageWish wish) {
    var number = "K-" + COUNT.incrementAndGet();
    keepCustomer.keep(new CustomerData(number, "Café " + number, BERLIN, creditLimit, blocked, wish));
    return number;
  }

  public static NewOrder order(String customer, Map<String, Integer> pieces) {
    return order(customer, BERLIN, pieces.entrySet().stream()
        .map(line -> new NewOrder.Line(line.getKey(), line.getValue(), null, null)).toList());
  }

  public static NewOrder order(String customer, Address shipTo, List<NewOrder.Line> lines) {
    return new NewOrder("test", null, customer, null, null, false, null, shipTo, lines);
  }
}
