package io.ordertrail.journey;

import static io.ordertrail.process.engine.OrderFulfilment.Element.DECIDE_ON_SHORTAGE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static io.ordertrail.process.engine.OrderFulfilment.Element.REVIEW_ORDER;
import static io.ordertrail.process.engine.OrderFulfilment.Element.SHIP_PARCEL;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jakarta.persistence.EntityManager;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.audit.CheckStock;
import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.SiteData;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/**
 * A dealer whose customers order more of eleven products than there is stock: first come, first served, and in the end
 * every unit is accounted for.
 */
@JourneyTest
@Tag("nightly")
class ClassicModelsTest {

    private static final Path DATA =
            Path.of(System.getProperty("ordertrail.shared", "../shared"), "data/orders/classic-models/csv");
    private static final String SITE = "CMT";
    private static final Map<String, String> COUNTRIES =
            Map.of("UK", "United Kingdom", "USA", "United States", "Hong Kong", "Hong Kong SAR China");

    @Autowired
    SaveProduct saveProduct;

    @Autowired
    SaveCustomer saveCustomer;

    @Autowired
    SaveSite saveSite;

    @Autowired
    BookStock bookStock;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    ReleaseHold releaseHold;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ReportDelivery reportDelivery;

    @Autowired
    ConfirmReceipt confirmReceipt;

    @Autowired
    StockItems items;

    @Autowired
    CheckStock checkStock;

    @Autowired
    EntityManager entities;

    @Autowired
    Desk desk;

    private final Map<String, Integer> stock = new HashMap<>();
    private final Map<String, OrderNumber> numbers = new LinkedHashMap<>();

    @BeforeEach
    void the_data_is_there() {
        assumeTrue(
                Files.isDirectory(DATA),
                "Skipped: no data at " + DATA.toAbsolutePath() + " (set -Dordertrail.shared=FOLDER)");
    }

    @Test
    void more_is_ordered_than_is_in_stock_and_no_unit_is_allocated_twice() {
        loadCompany();
        enterAllOrders();
        assertThat(numbers).hasSize(326);
        var ordered = read("orderdetails")
                .collect(groupingBy(line -> sku(line), summingInt(line -> number(line, "QUANTITYORDERED"))));
        var beyond = ordered.entrySet().stream()
                .filter(product -> product.getValue() > stock.get(product.getKey()))
                .collect(toMap(Map.Entry::getKey, product -> product.getValue() - stock.get(product.getKey())));
        assertThat(beyond).hasSize(11);
        assertThat(missing())
                .as("the whole stock is allocated, and not a unit more")
                .isEqualTo(beyond);
        stockAddsUp();

        cancelCancelledOrders();
        stockAddsUp();
        var sentAtOnce = numbers.values().stream()
                .filter(number -> desk.state(number) == OrderState.CONFIRMED)
                .toList();
        sentAtOnce.parallelStream().forEach(this::send);
        assertThat(numbers.values())
                .filteredOn(number -> desk.state(number) == OrderState.WAITING_FOR_STOCK)
                .isNotEmpty();
        stockAddsUp();

        missing().forEach((sku, quantity) -> receive(sku, quantity, "bought"));
        assertThat(missing()).isEmpty();
        numbers.values().parallelStream()
                .filter(number -> desk.state(number) == OrderState.CONFIRMED)
                .forEach(this::send);
        stockAddsUp();
        assertThat(numbers.values())
                .extracting(desk::state)
                .containsOnly(OrderState.RECEIVED, OrderState.CANCELLED)
                .filteredOn(OrderState.CANCELLED::equals)
                .hasSize(6);
        assertThat(levels()).allSatisfy(level -> assertThat(level.reserved()).isZero());
        var sent = sent();
        assertThat(levels())
                .filteredOn(level -> !beyond.containsKey(level.sku()))
                .allSatisfy(level -> assertThat(level.onHand())
                        .isEqualTo(stock.get(level.sku()) - sent.getOrDefault(level.sku(), 0)));
    }

    private void loadCompany() {
        saveSite.save(new SiteData(SITE, "Classic Models", "US"));
        read("products").forEach(product -> {
            saveProduct.save(new ProductData(
                    sku(product),
                    product.getField("PRODUCTNAME"),
                    product.getField("PRODUCTLINE"),
                    new BigDecimal(product.getField("MSRP")),
                    true));
            stock.put(sku(product), number(product, "QUANTITYINSTOCK"));
            bookStock.saveBin(sku(product), SITE, null);
            receive(sku(product), stock.get(sku(product)), "taken over");
        });
        read("customers")
                .forEach(customer -> saveCustomer.save(new CustomerData(
                        customer(customer),
                        customer.getField("CUSTOMERNAME"),
                        address(customer),
                        new BigDecimal(customer.getField("CREDITLIMIT")),
                        false,
                        ShortagePolicy.ASK)));
    }

    private void enterAllOrders() {
        var customers = read("customers").collect(toMap(ClassicModelsTest::customer, ClassicModelsTest::address));
        var lines = read("orderdetails").collect(groupingBy(line -> line.getField("ORDERNUMBER")));
        read("orders").forEach(order -> {
            var reference = order.getField("ORDERNUMBER");
            var number = enterOrder.enter(new NewOrder(
                    "classic-models",
                    reference,
                    customer(order),
                    null,
                    null,
                    false,
                    null,
                    customers.get(customer(order)),
                    lines.get(reference).stream().map(ClassicModelsTest::line).toList()));
            numbers.put(reference, number);
            review(number);
            if (desk.task(number, DECIDE_ON_SHORTAGE) != null) {
                desk.complete(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
            }
        });
    }

    private void review(OrderNumber number) {
        if (desk.task(number, REVIEW_ORDER) != null) {
            var holds = desk.order(number).holds();
            holds.stream().filter(Hold::open).forEach(hold -> releaseHold.release(number, holds.indexOf(hold)));
            desk.complete(number, REVIEW_ORDER, "reviewDecision", "approve");
        }
    }

    private void cancelCancelledOrders() {
        read("orders")
                .filter(order -> order.getField("STATUS").equals("Cancelled"))
                .forEach(order ->
                        cancelOrder.cancel(numbers.get(order.getField("ORDERNUMBER")), new Cancellation("as it was")));
    }

    private void send(OrderNumber number) {
        desk.complete(number, PICK_AND_PACK);
        desk.complete(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "CM-" + number);
        reportDelivery.report(number);
        confirmReceipt.confirm(number);
    }

    private void receive(String sku, int quantity, String why) {
        bookStock.book(new Booking(null, sku, SITE, quantity, Kind.RECEIPT, why));
    }

    private void stockAddsUp() {
        assertThat(checkStock.of(stock.keySet())).isEmpty();
    }

    private Map<String, Integer> missing() {
        return entities
                .createQuery(
                        "select b.sku, sum(b.missing) from Backorder b where b.sku like 'CM-%' group by b.sku",
                        Object[].class)
                .getResultList()
                .stream()
                .collect(toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue()));
    }

    private Map<String, Integer> sent() {
        return numbers.values().stream()
                .map(desk::order)
                .filter(order -> order.state() == OrderState.RECEIVED)
                .flatMap(order -> order.requiredQuantities().entrySet().stream())
                .collect(groupingBy(Map.Entry::getKey, summingInt(Map.Entry::getValue)));
    }

    private List<StockLevel> levels() {
        return items.levels(stock.keySet());
    }

    private static NewOrder.Line line(NamedCsvRecord line) {
        return new NewOrder.Line(
                sku(line), number(line, "QUANTITYORDERED"), new BigDecimal(line.getField("PRICEEACH")), null);
    }

    private static Address address(NamedCsvRecord customer) {
        return new Address(
                customer.getField("CUSTOMERNAME"),
                customer.getField("ADDRESSLINE1"),
                customer.getField("POSTALCODE").trim(),
                customer.getField("CITY").trim(),
                customer.getField("STATE").trim(),
                country(customer.getField("COUNTRY").trim()),
                null,
                null);
    }

    private static String country(String name) {
        return Stream.of(Locale.getISOCountries())
                .filter(code -> new Locale("", code)
                        .getDisplayCountry(Locale.ENGLISH)
                        .equals(COUNTRIES.getOrDefault(name, name)))
                .findFirst()
                .orElseThrow();
    }

    private static String sku(NamedCsvRecord row) {
        return "CM-" + row.getField("PRODUCTCODE");
    }

    private static String customer(NamedCsvRecord row) {
        return "CM-" + row.getField("CUSTOMERNUMBER");
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static Stream<NamedCsvRecord> read(String file) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file + ".csv"))) {
            return csv.stream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
