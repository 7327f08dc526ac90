package io.ordertrail.order.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.api.order.Caller;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderState;

/** One box finds an order by any of its texts, the same on every database. */
@JourneyTest
@Tag("database")
class SearchOrdersTest {

    private static final AtomicLong COUNTER = new AtomicLong(System.nanoTime() / 1000);

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    SearchOrders searchOrders;

    @Autowired
    JdbcTemplate database;

    /** Makes the texts of a test its own. */
    private final String mark = letters(COUNTER.incrementAndGet());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ναύπλιος | ΝΑΥΠΛΙΟΣ",
                "Ναύπλιος | ναυπλιοσ",
                "ΟΔΥΣΣΕΥΣ | οδυσσεύς",
                "DİYARBAKIR | diyarbakir",
                "Ilgın | ILGIN",
                "Straße | STRASSE",
                "Łódź | lodz",
                "Søren | SOREN",
                "Ævar | aevar",
                "Ｔｏｋｙｏ | tokyo",
                "Café | Cafe\u0301",
                "Привет | ПРИВЕТ",
                "ｶﾞｽ | ガス"
            })
    void case_accents_width_and_composition_do_not_count(String stored, String typed) {
        var order = enter(shipTo -> shipTo.put("name", stored + " " + mark));
        assertThat(found(typed + " " + mark)).containsExactly(order);
        var other = enter(shipTo -> shipTo.put("name", typed + " " + mark));
        assertThat(found(stored + " " + mark)).containsExactlyInAnyOrder(order, other);
    }

    @Test
    void every_text_of_an_order_finds_it() {
        var order = enter(shipTo -> shipTo.put("name", "Anneliese " + mark)
                .put("street", "Mariahilfer Zeile " + mark)
                .put("postalCode", "Q" + mark.substring(0, 8))
                .put("city", "Bad" + mark)
                .put("email", "a.huber@" + mark + ".example.com")
                .put("country", "TW")
                .put("phone", "02 " + digits().substring(0, 4) + " " + digits().substring(4, 8)));
        var reference = database.queryForObject(
                "select external_reference from customer_order where number = ?", String.class, order);
        assertThat(found("zeile " + mark)).containsExactly(order);
        assertThat(found("Q" + mark.substring(0, 8))).contains(order);
        assertThat(found("bad" + mark)).containsExactly(order);
        assertThat(found("a.huber@" + mark + ".example.com")).containsExactly(order);
        assertThat(found("+886 2 " + digits().substring(0, 8))).contains(order);
        assertThat(found("02-" + digits().substring(0, 8))).contains(order);
        assertThat(found("02" + digits().substring(0, 8))).contains(order);
        assertThat(found(reference)).containsExactly(order);
        assertThat(found(reference.toLowerCase().replace("-", ""))).containsExactly(order);
        assertThat(found(reference.substring(0, reference.length() - 2))).contains(order);
        assertThat(found(order)).contains(order);
        assertThat(found(order.substring(0, 7))).contains(order);
        assertThat(found(order.substring(5))).contains(order);
    }

    @Test
    void customers_and_products_find_their_orders_by_their_names_of_today() {
        var number = "SO-" + COUNTER.incrementAndGet();
        customer(number, "Waldviertler " + mark);
        var sku = "SKU-" + mark;
        product(sku, "Spaltaxt " + mark + "x");
        var order = enter(number, sku, shipTo -> {});
        assertThat(found("waldviertler " + mark)).containsExactly(order);
        assertThat(found(number.toLowerCase())).containsExactly(order);
        assertThat(found("spaltaxt " + mark + "x")).containsExactly(order);
        assertThat(found(sku.toLowerCase())).containsExactly(order);
        customer(number, "Mostviertler " + mark);
        assertThat(found("mostviertler " + mark)).containsExactly(order);
        assertThat(found("waldviertler " + mark)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "台北市信義區松高路", "松高", "信義區", "王", "王大明", "１０１"})
    void chinese_text_finds_an_order_by_any_part_of_it(String typed) {
        var order = enter(shipTo ->
                shipTo.put("name", "王小明").put("street", "台北市信義區松高路101號").put("city", "C" + mark));
        assertThat(found(typed + " c" + mark)).containsExactly(order);
    }

    @Test
    void one_typing_error_is_forgiven_where_nothing_is_written_like_that() {
        var word = "hoff" + mark;
        var order = enter(shipTo -> shipTo.put("name", word));
        for (var typed : List.of(
                "hof" + mark,
                "hofff" + mark,
                "hxff" + mark,
                "hfof" + mark,
                "hoff" + mark.substring(0, mark.length() - 1) + "9")) {
            assertThat(found(typed)).as(typed).contains(order);
        }
        assertThat(found("hxxf" + mark)).isEmpty();
        var wrong = order.charAt(0) == '2' ? '3' : '2';
        assertThat(found(wrong + order.substring(1))).contains(order);
    }

    @Test
    void a_part_of_a_word_finds_it_and_all_words_have_to_be_found() {
        var order = enter(shipTo -> shipTo.put("name", "Grünwald" + mark + " Katharina"));
        assertThat(found("wald" + mark)).containsExactly(order);
        assertThat(found("kath grunwald" + mark)).containsExactly(order);
        assertThat(found("peter grunwald" + mark)).isEmpty();
    }

    @Test
    void who_does_not_see_receivers_does_not_find_orders_by_them() {
        var order = enter(shipTo -> shipTo.put("name", "Verborgen" + mark).put("city", "Sichtbar" + mark));
        assertThat(found("verborgen" + mark)).containsExactly(order);
        assertThat(foundBy("warehouse", "verborgen" + mark)).isEmpty();
        assertThat(foundBy("warehouse", "verborgn" + mark)).isEmpty();
        assertThat(foundBy("warehouse", "sichtbar" + mark)).containsExactly(order);
    }

    @Test
    void the_database_has_no_word_of_an_address() {
        enter(shipTo -> shipTo.put("name", "Geheim" + mark));
        for (var table : List.of("search_word", "search_part")) {
            assertThat(database.queryForList("select * from " + table)
                            .toString()
                            .toLowerCase())
                    .doesNotContain("geheim");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_list_is_paged_in_both_directions_by_every_column(OrderSort sort) {
        var customer = company.customer();
        var product = company.product(100);
        for (int i = 0; i < 7; i++) {
            enter(
                    customer,
                    product,
                    shipTo -> {},
                    i % 3 + 1,
                    i % 2 == 0 ? LocalDate.now().plusDays(i) : null);
        }
        var filter = new OrderFilter(Set.of(), customer, "", true, null, null, null, null);
        for (var descending : List.of(true, false)) {
            var all = searchOrders.search(filter, new OrderListPage(sort, descending, null, null, 100));
            assertThat(all).hasSize(7).isSortedAccordingTo(by(sort, descending));
            var pages = new ArrayList<Order>();
            while (pages.size() < all.size()) {
                var after = pages.isEmpty() ? null : pages.get(pages.size() - 1).number();
                pages.addAll(searchOrders.search(filter, new OrderListPage(sort, descending, after, null, 3)));
            }
            assertThat(numbers(pages)).isEqualTo(numbers(all));
            assertThat(numbers(searchOrders.search(
                            filter,
                            new OrderListPage(sort, descending, null, all.get(5).number(), 3))))
                    .isEqualTo(numbers(all.subList(2, 5)));
        }
    }

    @Test
    void counts_follow_the_search() {
        var customer = company.customer();
        var there = company.product(100);
        var missing = company.product(0);
        enter(customer, there, shipTo -> shipTo.put("city", "Zaehl" + mark));
        enter(customer, company.product(100), shipTo -> shipTo.put("city", "Zaehl" + mark));
        enter(customer, missing, shipTo -> {});
        var ofText = counts(new OrderFilter(Set.of(), "", "zaehl" + mark, true, null, null, null, null));
        assertThat(ofText.states()).containsOnlyKeys(OrderState.CONFIRMED);
        assertThat(ofText.all()).isEqualTo(new OrderCounts.Count(2, false));
        var ofCustomer =
                counts(new OrderFilter(Set.of(OrderState.CONFIRMED), customer, "", true, null, null, null, null));
        assertThat(ofCustomer.all()).isEqualTo(new OrderCounts.Count(3, false));
        assertThat(ofCustomer.states()).hasSize(2);
    }

    private OrderCounts counts(OrderFilter filter) {
        return searchOrders
                .searchAndCount(filter, OrderListPage.newest(null, 10))
                .counts();
    }

    private static Comparator<Order> by(OrderSort sort, boolean descending) {
        Comparator<Order> sorted = (one, other) -> 0;
        for (var column : sort.columns().values()) {
            sorted = sorted.thenComparing(order -> comparable(column.apply(order)));
        }
        return descending ? sorted.reversed() : sorted;
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }

    private static List<String> numbers(List<Order> orders) {
        return orders.stream().map(order -> order.number().value()).toList();
    }

    private List<String> found(String text) {
        return foundBy("sales", text);
    }

    private List<String> foundBy(String group, String text) {
        var orders = caller.get(group, "/api/orders?text={text}", text).json().path("orders");
        var numbers = new ArrayList<String>();
        orders.forEach(order -> numbers.add(order.path("number").asText()));
        return numbers;
    }

    private String enter(Consumer<ObjectNode> address) {
        return enter(company.customer(), company.product(10), address);
    }

    private String enter(String customer, String product, Consumer<ObjectNode> address) {
        return enter(customer, product, address, 1, null);
    }

    private String enter(
            String customer, String product, Consumer<ObjectNode> address, int lines, LocalDate requested) {
        var order = (ObjectNode) caller.order(company);
        order.put("customer", customer);
        order.put("externalReference", "WEB-" + mark + "-" + COUNTER.incrementAndGet());
        if (requested != null) {
            order.put("requestedDelivery", requested.toString());
        }
        var lineList = order.putArray("lines");
        for (int i = 0; i < lines; i++) {
            lineList.addObject().put("sku", product).put("quantity", 1);
        }
        address.accept((ObjectNode) order.path("shipTo"));
        var reply = caller.post("sales", order.toString(), "/api/orders");
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(201);
        return reply.json().path("number").asText();
    }

    private void customer(String number, String name) {
        var body = Map.of("name", name, "address", Map.of("country", "AT"));
        assertThat(caller.put("managers", body, "/api/customers/{number}", number)
                        .status())
                .isEqualTo(200);
    }

    private void product(String sku, String name) {
        var body = Map.of("name", name, "category", "Tools", "listPrice", "10.00", "active", true);
        var reply = caller.put("managers", body, "/api/products/{sku}", sku);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
    }

    private String digits() {
        return String.valueOf(Math.abs((long) mark.hashCode()) + 23_000_000_000L)
                .substring(0, 9);
    }

    private static String letters(long number) {
        var text = new StringBuilder();
        for (var rest = number; rest > 0; rest /= 20) {
            text.append("abdfghjkmpqrtvwxzcns".charAt((int) (rest % 20)));
        }
        return text.toString();
    }
}
