package io.ordertrail.journey;

import static io.ordertrail.process.engine.OrderFulfilment.Element.DECIDE_ON_SHORTAGE;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static io.ordertrail.process.engine.OrderFulfilment.Element.REVIEW_ORDER;
import static io.ordertrail.process.engine.OrderFulfilment.Element.SHIP_PARCEL;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.persistence.EntityManager;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.database.DatabaseTest;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.RecordCarrierUpdate;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.SiteData;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;

/**
 * Two years of a company's orders: every order enters through the normal use case, and the roles do the resulting
 * tasks. On MySQL the test uses every fourth order, because orders take more than three times as long there.
 */
@JourneyTest
@Tag("nightly")
class NorthwindTest {

    private static final Path DATA =
            Path.of(System.getProperty("ordertrail.shared", "../shared"), "data/orders/northwind");
    private static final String SITE = "NWT";
    private static final int EVERY = DatabaseTest.Profiles.onMySql() ? 4 : 1;
    private static final int ALL = 830;
    private static final String WORTH = "1265793.29";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

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
    RecordCarrierUpdate recordCarrierUpdate;

    @Autowired
    ConfirmReceipt confirmReceipt;

    @Autowired
    StockItems items;

    @Autowired
    StockMovements movements;

    @Autowired
    EntityManager entities;

    @Autowired
    Desk desk;

    private final Map<String, NamedCsvRecord> products = new HashMap<>();
    private final List<OrderNumber> numbers = new ArrayList<>();
    private final Set<OrderNumber> heldForPrice = new HashSet<>();

    @BeforeEach
    void the_data_is_there() {
        assumeTrue(
                Files.isDirectory(DATA),
                "Skipped: no data at " + DATA.toAbsolutePath() + " (set -Dordertrail.shared=FOLDER)");
    }

    @Test
    void all_orders_are_received_and_the_ledger_adds_up() {
        loadCompany();
        enterOrders();
        assertThat(numbers).hasSize((ALL + EVERY - 1) / EVERY);
        assertThat(heldForPrice).hasSize(ordersWithALineMoreThanAFifthBelowList());

        numbers.forEach(this::review);
        numbers.forEach(number -> decideIfOpen(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait"));
        receiveBackorderedGoods();
        numbers.parallelStream().forEach(this::sendAndDeliver);

        assertThat(numbers).extracting(desk::state).containsOnly(OrderState.RECEIVED);
        var total = numbers.stream()
                .map(number -> desk.order(number).total().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total).isEqualByComparingTo(worth());
        if (EVERY == 1) {
            assertThat(total).isEqualByComparingTo(WORTH);
        }
        assertThat(sums()).isEqualTo(levels());
        assertThat(levels().values())
                .allSatisfy(level -> assertThat(level.get(1)).as("reserved").isZero());
    }

    private void loadCompany() {
        saveSite.save(new SiteData(SITE, "Northwind", "US"));
        read("products").forEach(product -> {
            products.put(product.getField("ProductID"), product);
            saveProduct.save(new ProductData(
                    sku(product), product.getField("ProductName"), "Food", price(product, "UnitPrice"), true));
            bookStock.saveBin(sku(product), SITE, "A-" + product.getField("CategoryID"));
            var onHand = Integer.parseInt(product.getField("UnitsInStock"));
            if (onHand > 0) {
                bookStock.book(new Booking(null, sku(product), SITE, onHand, Kind.RECEIPT, "taken over"));
            }
        });
        read("customers")
                .forEach(customer -> saveCustomer.save(new CustomerData(
                        customer.getField("CustomerID"),
                        customer.getField("CompanyName"),
                        new Address(
                                null,
                                customer.getField("Address"),
                                customer.getField("PostalCode"),
                                customer.getField("City"),
                                customer.getField("Region"),
                                country(customer.getField("Country")),
                                null, // invented telephone numbers, as no country has them
                                null),
                        new BigDecimal("1000000"),
                        false,
                        ShortagePolicy.ASK)));
    }

    private void enterOrders() {
        var lines = lines().collect(groupingBy(line -> line.getField("OrderID")));
        orders().forEach(order -> {
            var number = enterOrder.enter(new NewOrder(
                    "northwind",
                    order.getField("OrderID"),
                    order.getField("CustomerID"),
                    null,
                    null,
                    false,
                    null,
                    shipTo(order),
                    lines.get(order.getField("OrderID")).stream()
                            .map(this::line)
                            .toList()));
            numbers.add(number);
            if (desk.openHolds(number).contains("price-below-list")) {
                heldForPrice.add(number);
            }
        });
    }

    private static Stream<NamedCsvRecord> orders() {
        var all = read("orders").toList();
        return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(all::get);
    }

    private static Stream<NamedCsvRecord> lines() {
        var chosen = orders().map(order -> order.getField("OrderID")).collect(toSet());
        return read("order_details").filter(line -> chosen.contains(line.getField("OrderID")));
    }

    /** The total of all lines, each rounded to the cent. */
    private static BigDecimal worth() {
        return lines().map(line -> price(line, "UnitPrice")
                        .multiply(price(line, "Quantity"))
                        .multiply(BigDecimal.ONE.subtract(price(line, "Discount")))
                        .setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private int ordersWithALineMoreThanAFifthBelowList() {
        return (int) lines().filter(this::isMoreThanAFifthBelowList)
                .map(line -> line.getField("OrderID"))
                .distinct()
                .count();
    }

    private boolean isMoreThanAFifthBelowList(NamedCsvRecord line) {
        var paid = price(line, "UnitPrice").multiply(BigDecimal.ONE.subtract(price(line, "Discount")));
        return paid.compareTo(price(products.get(line.getField("ProductID")), "UnitPrice")
                        .multiply(new BigDecimal("0.8")))
                < 0;
    }

    private void review(OrderNumber number) {
        if (desk.task(number, REVIEW_ORDER) != null) {
            var holds = desk.order(number).holds();
            holds.stream().filter(Hold::open).forEach(hold -> releaseHold.release(number, holds.indexOf(hold)));
            desk.complete(number, REVIEW_ORDER, "reviewDecision", "approve");
        }
    }

    private void receiveBackorderedGoods() {
        entities.createQuery(
                        "select b.sku, sum(b.missing) from Backorder b where b.sku like 'NW-%' group by b.sku",
                        Object[].class)
                .getResultList()
                .forEach(missing -> bookStock.book(new Booking(
                        null, (String) missing[0], SITE, ((Number) missing[1]).intValue(), Kind.RECEIPT, "bought")));
    }

    private void sendAndDeliver(OrderNumber number) {
        desk.complete(number, PICK_AND_PACK);
        desk.complete(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "NW-" + number);
        recordCarrierUpdate.record(
                "NW-" + number, new CarrierUpdate("nw-" + number, CarrierUpdate.DELIVERED, Instant.now()));
        confirmReceipt.confirm(number);
    }

    private void decideIfOpen(OrderNumber number, String task, String... fields) {
        if (desk.task(number, task) != null) {
            desk.complete(number, task, fields);
        }
    }

    private Map<String, List<Long>> sums() {
        return movements.sums().stream()
                .filter(sum -> sum.getSite().equals(SITE))
                .collect(toMap(sum -> sum.getSku(), sum -> List.of(sum.getOnHand(), sum.getReserved())));
    }

    private Map<String, List<Long>> levels() {
        return items.levels(products.values().stream().map(NorthwindTest::sku).toList()).stream()
                .collect(toMap(StockLevel::sku, level -> List.of((long) level.onHand(), (long) level.reserved())));
    }

    private NewOrder.Line line(NamedCsvRecord line) {
        return new NewOrder.Line(
                sku(products.get(line.getField("ProductID"))),
                Integer.valueOf(line.getField("Quantity")),
                price(line, "UnitPrice"),
                price(line, "Discount").multiply(HUNDRED).setScale(4, RoundingMode.HALF_UP));
    }

    private static Address shipTo(NamedCsvRecord order) {
        return new Address(
                order.getField("ShipName"),
                order.getField("ShipAddress"),
                order.getField("ShipPostalCode"),
                order.getField("ShipCity"),
                order.getField("ShipRegion"),
                country(order.getField("ShipCountry")),
                null,
                null);
    }

    private static String sku(NamedCsvRecord product) {
        return "NW-" + product.getField("ProductID");
    }

    private static BigDecimal price(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }

    private static String country(String name) {
        return Stream.of(Locale.getISOCountries())
                .filter(code -> new Locale("", code)
                        .getDisplayCountry(Locale.ENGLISH)
                        .equals(Map.of("UK", "United Kingdom", "USA", "United States")
                                .getOrDefault(name, name)))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<NamedCsvRecord> read(String file) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file + ".csv"))) {
            return csv.stream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
