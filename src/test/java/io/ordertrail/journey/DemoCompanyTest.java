package io.ordertrail.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;

/** The demo data is what people read first: it has to be rich and consistent, and to contain no real address. */
class DemoCompanyTest {

    private static final Set<String> SHORTAGE_POLICIES = Set.of("ASK", "WAIT", "SHIP_AVAILABLE", "CANCEL");
    private static final Set<String> SCRIPTS = Set.of(
            "received",
            "received-by-silence",
            "delivered",
            "shipped",
            "overdue",
            "sent-again",
            "lost",
            "in-fulfilment",
            "partly-shipped",
            "short-pick",
            "confirmed",
            "shortage-cancelled",
            "shortage-open",
            "waiting-for-stock",
            "cancelled",
            "in-review-price",
            "in-review-credit",
            "in-review-blocked",
            "in-review-address",
            "in-review-quantity",
            "in-correction",
            "rejected",
            "withdrawn");

    private final List<NamedCsvRecord> products = rows("/demo/products.csv");
    private final List<NamedCsvRecord> sites = rows("/demo/sites.csv");
    private final List<NamedCsvRecord> stock = rows("/demo/stock.csv");
    private final List<NamedCsvRecord> customers = rows("/demo/customers.csv");
    private final List<NamedCsvRecord> orders = rows("/demo/orders.csv");

    @Test
    void the_assortment_has_sixty_products_or_more_in_several_categories() {
        assertThat(products).hasSizeGreaterThanOrEqualTo(60);
        assertThat(values(products, "category")).hasSizeGreaterThanOrEqualTo(7);
        assertThat(products)
                .extracting(product -> product.getField("sku"))
                .doesNotHaveDuplicates()
                .allMatch(sku -> sku.matches("[A-Z0-9-]{1,20}"));
        assertThat(products)
                .extracting(product -> number(product, "listPrice"))
                .allSatisfy(price -> assertThat(price).isPositive().hasScaleOf(2));
    }

    @Test
    void every_product_has_a_bin_of_its_own_at_one_of_the_two_sites() {
        assertThat(values(sites, "code")).containsExactlyInAnyOrder("ROT", "VIE");
        assertThat(values(stock, "site")).isEqualTo(values(sites, "code"));
        assertThat(values(stock, "sku")).isEqualTo(values(products, "sku"));
        assertThat(stock)
                .extracting(row -> row.getField("site") + row.getField("sku"))
                .doesNotHaveDuplicates();
        assertThat(stock)
                .extracting(row -> row.getField("site") + row.getField("bin"))
                .doesNotHaveDuplicates();
    }

    @Test
    void some_of_the_stock_has_run_out_or_runs_low() {
        var onHand =
                stock.stream().map(row -> number(row, "onHand").intValueExact()).toList();
        assertThat(onHand).allMatch(quantity -> quantity >= 0);
        assertThat(onHand).filteredOn(quantity -> quantity == 0).hasSizeGreaterThanOrEqualTo(5);
        assertThat(onHand)
                .filteredOn(quantity -> quantity >= 1 && quantity <= 4)
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void forty_customers_or_more_live_in_five_countries_or_more() {
        assertThat(customers)
                .hasSizeGreaterThanOrEqualTo(40)
                .extracting(customer -> customer.getField("number"))
                .doesNotHaveDuplicates();
        assertThat(values(customers, "country"))
                .hasSizeGreaterThanOrEqualTo(8)
                .contains("DE", "AT", "NL", "FR", "IE", "US", "CH", "TW", "CN", "HK");
        assertThat(values(customers, "shortagePolicy")).isEqualTo(SHORTAGE_POLICIES);
    }

    @Test
    void every_customer_has_the_address_parts_that_the_country_needs() throws IOException {
        var required = new Properties();
        try (var parts = getClass().getResourceAsStream("/address-parts.properties")) {
            required.load(parts);
        }
        assertThat(customers)
                .allSatisfy(customer -> assertThat(required.getProperty(customer.getField("country"))
                                .split(" "))
                        .allSatisfy(part ->
                                assertThat(customer.getField(part)).as(part).isNotBlank()));
    }

    @Test
    void every_mail_address_is_at_a_domain_reserved_for_examples() {
        assertThat(customers)
                .extracting(customer -> customer.getField("email"))
                .doesNotHaveDuplicates()
                .allMatch(mail -> mail.matches("[a-z]+@(example\\.(com|net|org)|[a-z]+\\.example)"));
    }

    @Test
    void some_customers_are_blocked_and_some_are_at_their_credit_limit() {
        var ordered = orderedByCustomer();
        assertThat(values(customers, "blocked")).containsExactlyInAnyOrder("true", "false");
        assertThat(customers)
                .filteredOn(customer -> customer.getField("blocked").equals("true"))
                .hasSize(4);
        assertThat(customers)
                .extracting(customer -> number(customer, "creditLimit"))
                .allSatisfy(limit -> assertThat(limit).isBetween(BigDecimal.ZERO, new BigDecimal(50000)));
        assertThat(customers)
                .filteredOn(customer -> customer.getField("creditLimit").equals("0"))
                .hasSize(3);
        assertThat(customers)
                .filteredOn(customer -> ordered.containsKey(customer.getField("number"))
                        && ordered.get(customer.getField("number")).compareTo(number(customer, "creditLimit")) == 0)
                .hasSize(2);
    }

    @Test
    void forty_orders_use_every_script() {
        assertThat(orders)
                .hasSize(40)
                .extracting(order -> order.getField("order"))
                .doesNotHaveDuplicates();
        assertThat(values(orders, "script")).isEqualTo(SCRIPTS);
    }

    @Test
    void every_order_names_a_customer_and_products_of_the_company() {
        assertThat(values(customers, "number")).containsAll(values(orders, "customer"));
        assertThat(orders).allSatisfy(order -> {
            assertThat(linesOf(order)).isNotEmpty().allMatch(line -> line.quantity() > 0);
            assertThat(values(products, "sku"))
                    .containsAll(linesOf(order).map(Line::sku).toList());
        });
    }

    @Test
    void an_order_that_waits_for_stock_needs_more_than_any_site_has() {
        assertThat(orders)
                .filteredOn(order -> List.of("waiting-for-stock", "shortage-open", "shortage-cancelled")
                        .contains(order.getField("script")))
                .isNotEmpty()
                .allMatch(order -> linesOf(order).anyMatch(line -> line.quantity() > mostOnHand(line.sku())));
    }

    private Map<String, BigDecimal> orderedByCustomer() {
        return orders.stream()
                .collect(groupingBy(
                        order -> order.getField("customer"),
                        reducing(BigDecimal.ZERO, this::totalOf, BigDecimal::add)));
    }

    private BigDecimal totalOf(NamedCsvRecord order) {
        return linesOf(order)
                .map(line -> (line.price().isEmpty() ? listPrice(line.sku()) : new BigDecimal(line.price()))
                        .multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal listPrice(String sku) {
        return products.stream()
                .filter(product -> product.getField("sku").equals(sku))
                .map(product -> number(product, "listPrice"))
                .findFirst()
                .orElseThrow();
    }

    private int mostOnHand(String sku) {
        return stock.stream()
                .filter(row -> row.getField("sku").equals(sku))
                .mapToInt(row -> number(row, "onHand").intValueExact())
                .max()
                .orElseThrow();
    }

    private static Stream<Line> linesOf(NamedCsvRecord order) {
        return Stream.of("1", "2", "3")
                .filter(n -> !order.getField("sku" + n).isEmpty())
                .map(n -> new Line(
                        order.getField("sku" + n),
                        Integer.parseInt(order.getField("qty" + n)),
                        order.getField("price" + n)));
    }

    private static Set<String> values(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> row.getField(column)).collect(toSet());
    }

    private static BigDecimal number(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }

    private static List<NamedCsvRecord> rows(String file) {
        var in = DemoCompanyTest.class.getResourceAsStream(file);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    private record Line(String sku, int quantity, String price) {}
}
