package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.ordertrail.database.OnMySql;
import io.ordertrail.nodes.Node.Answer;

/**
 * Hundreds of buyers order the last unit at the same time, through the API of two nodes: one gets it, the others wait
 * or are refused, and nobody gets a message about locks. {@code -Dordertrail.buyers=4000} runs more, of whom half order
 * the last unit; the test prints times.
 */
@Tag("nodes")
@Tag("nightly")
@OnMySql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LastUnitTest {

    private static final int BUYERS = Integer.getInteger("ordertrail.buyers", 400);
    private static final long SEED = 4;

    private Database database;
    private List<Node> nodes;

    @BeforeAll
    void two_nodes_and_all_buyers_are_there() {
        var fleet = Fleet.started();
        database = fleet.database;
        nodes = List.of(fleet.staying, fleet.dying());
        for (int from = 0; from < BUYERS; from += 1000) {
            database.write(IntStream.range(from, Math.min(BUYERS, from + 1000))
                    .mapToObj("('B%d', 'B', 'S 1', '1010', 'Wien', 'AT', 1000000000, false, 'WAIT', 0)"::formatted)
                    .collect(Collectors.joining(
                            ", ",
                            "insert into customer (number, name, street, postal_code, city, country, credit_limit, blocked, shortage_policy, version) values ",
                            "")));
        }
    }

    @AfterAll
    void the_stock_adds_up() {
        var said = Node.command(database, "check-stock", "check-stock");
        assertThat(said.status()).as(said.body()).isZero();
        assertThat(said.body()).endsWith("The stock adds up\n");
    }

    @Test
    void of_all_buyers_of_the_last_unit_one_gets_it() throws Exception {
        var buyers = BUYERS / 2;
        product("LAST", 1);
        shortagePolicy(
                "WAIT",
                "number like 'B%0' or number like 'B%2' or number like 'B%4' or number like 'B%6' or number like 'B%8'");
        shortagePolicy(
                "CANCEL",
                "number like 'B%1' or number like 'B%3' or number like 'B%5' or number like 'B%7' or number like 'B%9'");
        assertThat(atOnce("last unit", buyers, i -> order(i, "LAST", List.of("LAST"))))
                .containsExactly(Map.entry(201, buyers));
        assertThat(states("LAST").get("CONFIRMED")).isEqualTo(1);
        assertThat(states("LAST").get("WAITING_FOR_STOCK")).isBetween(buyers / 2 - 1, buyers / 2);
        assertThat(states("LAST").get("CANCELLED")).isBetween(buyers / 2 - 1, buyers / 2);
    }

    @Test
    void units_for_a_quarter_of_the_buyers_serve_a_quarter_of_the_buyers() throws Exception {
        product("QUARTER", BUYERS / 4);
        shortagePolicy("WAIT", "number like 'B%'");
        assertThat(atOnce("units for a quarter", BUYERS, i -> order(i, "QUARTER", List.of("QUARTER"))))
                .containsExactly(Map.entry(201, BUYERS));
        assertThat(states("QUARTER"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("CONFIRMED", BUYERS / 4, "WAITING_FOR_STOCK", BUYERS - BUYERS / 4));
    }

    @Test
    void orders_of_several_lines_in_any_sequence_do_not_deadlock() throws Exception {
        var buyers = BUYERS / 4;
        var skus = IntStream.range(0, 6).mapToObj(i -> "MANY-" + i).toList();
        skus.forEach(sku -> product(sku, buyers / 3));
        shortagePolicy("WAIT", "number like 'B%'");
        assertThat(atOnce("four lines", buyers, i -> order(i, "MANY", shuffled(skus, i))))
                .containsExactly(Map.entry(201, buyers));
        assertThat(states("MANY").get("CONFIRMED")).isPositive();
        assertThat(states("MANY").get("WAITING_FOR_STOCK")).isPositive();
    }

    @Test
    void ordering_cancelling_receiving_losing_and_shipping_at_the_same_time_causes_no_server_error() throws Exception {
        var buyers = BUYERS / 8;
        var skus = IntStream.range(0, 3).mapToObj(i -> "STORM-" + i).toList();
        skus.forEach(sku -> product(sku, buyers / 3));
        shortagePolicy("WAIT", "number like 'B%'");
        atOnce("entered", buyers, i -> order(i, "STORM", shuffled(skus, i)));
        var numbers = database.read("select number from customer_order where channel = 'STORM'");
        var picking = database.read("select t.ID_ from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
                + " join customer_order o on o.process_instance = e.ROOT_PROC_INST_ID_ where o.channel = 'STORM'");
        var statuses = atOnce("all at once", buyers * 2, i -> switch (i % 4) {
            case 0 ->
                node(i).post(
                                "demo-sales",
                                "/api/orders/" + numbers.get(i / 2) + "/cancellation",
                                "{\"reason\": \"at once\"}");
            case 1 ->
                node(i).post("demo-warehouse", "/api/stock/movements", """
          {"sku": "%s", "site": "VIE", "quantity": %d, "kind": "ADJUSTMENT", "reason": "at once"}""".formatted(
                                skus.get(i % skus.size()), i % 3 == 0 ? -2 : 2));
            case 2 ->
                picking.isEmpty()
                        ? order(i / 2, "STORM", shuffled(skus, i))
                        : node(i).post(
                                        "demo-admin",
                                        "/engine-rest/task/" + picking.get(i / 4 % picking.size()) + "/submit-form",
                                        "{\"variables\": {}}");
            default -> order(i / 2, "STORM", shuffled(skus, i));
        });
        assertThat(statuses.keySet())
                .as("done, or refused with a sentence: " + statuses)
                .isSubsetOf(200, 201, 204, 400, 403, 404, 409, 422);
    }

    private Node node(int i) {
        return nodes.get(i % nodes.size());
    }

    private void product(String sku, int quantity) {
        done(nodes.get(0).put("demo-manager", "/api/products/" + sku, """
        {"name": "Cup", "category": "Cups", "listPrice": "10.00", "active": true}"""));
        done(nodes.get(0).post("demo-warehouse", "/api/stock/movements", """
        {"sku": "%s", "site": "VIE", "quantity": %d, "kind": "RECEIPT", "reason": "test"}""".formatted(sku, quantity)));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    private void shortagePolicy(String policy, String customers) {
        database.write("update customer set shortage_policy = '" + policy + "' where " + customers);
    }

    private Answer order(int buyer, String channel, List<String> skus) {
        return node(buyer).post("demo-sales", "/api/orders", """
        {"channel": "%s", "customer": "B%d", "lines": [%s],
         "shipTo": {"name": "A", "street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"}}""".formatted(
                        channel,
                        buyer,
                        skus.stream()
                                .map("{\"sku\": \"%s\", \"quantity\": 1}"::formatted)
                                .collect(Collectors.joining(", "))));
    }

    /** Three products in a different sequence per buyer, the first of them on two lines. */
    private static List<String> shuffled(List<String> skus, int buyer) {
        var all = new ArrayList<>(skus);
        Collections.shuffle(all, new Random(SEED + buyer));
        return Stream.of(0, 1, 2, 0).map(all::get).toList();
    }

    private Map<String, Integer> states(String channel) {
        return database
                .read("select concat(state, ' ', count(*)) from customer_order where channel = '" + channel
                        + "' group by state")
                .stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> Integer.valueOf(row[1])));
    }

    /**
     * Starts all calls at the same time. None of them may be refused as busy.
     *
     * @return the number of responses by status
     */
    private static Map<Integer, Integer> atOnce(String what, int clients, IntFunction<Answer> call) throws Exception {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var running = IntStream.range(0, clients)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        var begun = System.nanoTime();
                        return Map.entry(call.apply(i), Duration.ofNanos(System.nanoTime() - begun));
                    }))
                    .toList();
            var begun = System.nanoTime();
            start.countDown();
            var answers = new ArrayList<Map.Entry<Answer, Duration>>();
            for (var one : running) {
                answers.add(one.get());
            }
            print(what, answers, Duration.ofNanos(System.nanoTime() - begun));
            assertThat(answers)
                    .filteredOn(answer -> answer.getKey().body().contains("problem:busy"))
                    .isEmpty();
            return answers.stream()
                    .collect(Collectors.groupingBy(
                            answer -> answer.getKey().status(), Collectors.summingInt(answer -> 1)));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void print(String what, List<Map.Entry<Answer, Duration>> answers, Duration time) {
        var sorted = answers.stream().map(Map.Entry::getValue).sorted().toList();
        System.out.printf(
                "%-28s %5d clients %6.1f s %7.1f/s   median %5d ms   99 of 100 within %5d ms%n",
                what,
                answers.size(),
                time.toMillis() / 1000.0,
                answers.size() * 1000.0 / time.toMillis(),
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get(sorted.size() * 99 / 100).toMillis());
    }
}
