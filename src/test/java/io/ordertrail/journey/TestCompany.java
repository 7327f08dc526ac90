package io.ordertrail.journey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.SiteData;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/** Creates products, customers and stock for one test: each call creates new ones, so tests do not interfere. */
@Component
public class TestCompany {

    private static final AtomicInteger COUNT = new AtomicInteger();
    public static final Address BERLIN =
            new Address("Café Morgenrot", "Linienstraße 14", "10178", "Berlin", null, "DE", null, null);

    private final SaveProduct saveProduct;
    private final SaveCustomer saveCustomer;
    private final SaveSite saveSite;
    private final BookStock bookStock;

    TestCompany(SaveProduct saveProduct, SaveCustomer saveCustomer, SaveSite saveSite, BookStock bookStock) {
        this.saveProduct = saveProduct;
        this.saveCustomer = saveCustomer;
        this.saveSite = saveSite;
        this.bookStock = bookStock;
    }

    /**
     * Creates a product at list price 10 with so many units in Vienna.
     *
     * @return its SKU
     */
    public String product(int onHand) {
        var sku = "T-" + COUNT.incrementAndGet();
        asOrdertrail(
                () -> saveProduct.save(new ProductData(sku, "Cup " + sku, "Tableware", new BigDecimal("10.00"), true)));
        saveSite.save(new SiteData("VIE", "Vienna", "AT"));
        saveSite.save(new SiteData("ROT", "Rotterdam", "NL"));
        bookStock.saveBin(sku, "VIE", "A-01-1");
        if (onHand > 0) {
            receive(sku, "VIE", onHand);
        }
        return sku;
    }

    public void receive(String sku, String site, int quantity) {
        bookStock.book(new Booking(null, sku, site, quantity, Kind.RECEIPT, null));
    }

    public void lose(String sku, String site, int quantity) {
        bookStock.book(new Booking(null, sku, site, -quantity, Kind.LOSS, "water"));
    }

    public String customer() {
        return customer(ShortagePolicy.ASK);
    }

    public String customer(ShortagePolicy shortagePolicy) {
        return customer(new BigDecimal("1000000"), false, shortagePolicy);
    }

    public String customer(BigDecimal creditLimit, boolean blocked, ShortagePolicy shortagePolicy) {
        var number = "K-" + COUNT.incrementAndGet();
        asOrdertrail(() -> saveCustomer.save(
                new CustomerData(number, "Café " + number, BERLIN, creditLimit, blocked, shortagePolicy)));
        return number;
    }

    /** Whoever is signed in in the test: list prices and credit limits are there from the beginning. */
    public static void asOrdertrail(Runnable work) {
        new DelegatingSecurityContextRunnable(work, new SecurityContextImpl()).run();
    }

    /** An order of one piece that is on hand, to Berlin. */
    public NewOrder order(String customer) {
        return order(customer, BERLIN, List.of(new NewOrder.Line(product(3), 1, BigDecimal.TEN, null)));
    }

    public static NewOrder order(String customer, Map<String, Integer> quantities) {
        return order(
                customer,
                BERLIN,
                quantities.entrySet().stream()
                        .map(line -> new NewOrder.Line(line.getKey(), line.getValue(), null, null))
                        .toList());
    }

    public static NewOrder order(String customer, Address shipTo, List<NewOrder.Line> lines) {
        return new NewOrder("test", null, customer, null, null, false, null, shipTo, lines);
    }
}
