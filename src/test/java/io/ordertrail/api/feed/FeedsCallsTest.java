package io.ordertrail.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.api.order.Caller;
import io.ordertrail.api.wire.NdjsonReader;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;

/** Tests stock levels and movements that external systems send. */
@JourneyTest
class FeedsCallsTest {

    private static final String LEVELS = "/api/stock/levels";
    private static final String MOVEMENTS = "/api/stock/movements";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Test
    void a_level_returns_its_outcome() {
        var cup = company.product(5);
        var first = caller.post("systems", level(cup, 1, 3).toString(), LEVELS);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(List.of(first.text("/outcome"), first.text("/difference"), first.text("/lastSequence")))
                .containsExactly("APPLIED", "-2", "1");
        assertThat(caller.post("systems", level(cup, 1, 3).toString(), LEVELS).text("/outcome"))
                .isEqualTo("REPEATED");
        assertThat(caller.post("systems", level(cup, 4, 3).toString(), LEVELS).text("/expected"))
                .isEqualTo("2");
        assertThat(caller.post("systems", level(cup, 2, 9).toString(), LEVELS).text("/outcome"))
                .isEqualTo("LATE");

        var shown = caller.get("sales", "/api/stock/feeds");
        assertThat(shown.json().path("feeds").findValuesAsText("source")).contains("wms");
        assertThat(shown.json().path("gaps")).anySatisfy(gap -> {
            assertThat(gap.path("sku").asText()).isEqualTo(cup);
            assertThat(List.of(
                            gap.path("expected").asInt(),
                            gap.path("lastMissing").asInt(),
                            gap.path("received").asInt()))
                    .containsExactly(3, 3, 4);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "onHand,-1",
        "onHand,1000001",
        "onHand,1.5",
        "onHand,null",
        "sequence,0",
        "sequence,-3",
        "sequence,9007199254740992",
        "sequence,'\"1\"'",
        "at,'\"yesterday\"'",
        "at,'\"0000-01-01T00:00:00Z\"'",
        "at,null",
        "source,'\"\"'",
        "source,7",
        "sku,'\"NOTHING\"'",
        "site,'\"NOWHERE\"'",
        "colour,'\"red\"'"
    })
    void an_invalid_level_is_refused_with_a_pointer(String field, String value) throws IOException {
        var cup = company.product(0);
        var sent = level(cup, 1, 1);
        sent.set(field, JSON.readTree(value));

        var refused = caller.post("systems", sent.toString(), LEVELS);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("/detail")).hasSizeGreaterThan(15).doesNotContain("{", "Exception");
        assertThat(refused.pointers()).containsExactly("/" + field);
        var line = lines("systems", sent + "\n", LEVELS).get(0);
        assertThat(line.at("/problem/errors/0/pointer").asText())
                .as(line.toString())
                .isEqualTo("/" + field);
        assertThat(desk.onHand(cup)).isZero();
    }

    @Test
    @Tag("database")
    void two_concurrent_calls_with_one_id_get_the_same_response() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 10; round++) {
            var cup = company.product(0);
            var start = new CyclicBarrier(2);
            var body = movement("same-" + cup, cup, 3).toString();
            var answers = IntStream.range(0, 2)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return caller.post("systems", body, MOVEMENTS);
                    }))
                    .toList();
            var one = answers.get(0).get();
            var other = answers.get(1).get();
            assertThat(List.of(one.status(), other.status()))
                    .as(one.body() + other.body())
                    .containsExactly(201, 201);
            assertThat(one.body()).isEqualTo(other.body());
            assertThat(desk.onHand(cup)).isEqualTo(3);
        }
        threads.shutdown();
    }

    @Test
    void each_line_of_a_batch_has_its_result_and_an_invalid_line_does_not_affect_others() {
        var cup = company.product(2);
        var id = "b-" + cup;
        var body = String.join(
                "\r\n",
                "\ufeff" + movement(id + 1, cup, 5),
                "{\"id\": \"broken",
                movement(id + 3, "NOTHING", 1).toString(),
                movement(id + 4, cup, -9).put("kind", "LOSS").toString(),
                "",
                "null",
                movement(id + 7, cup, 1).put("colour", "red").toString(),
                movement(id + 8, cup, 0).toString(),
                ((ObjectNode) movement(id, cup, 1).remove(List.of("id"))).toString(),
                movement(id + 10, cup, 2).toString(),
                movement(id + 1, cup, 5).toString(),
                "",
                "  ",
                "");

        var answers = lines("warehouse", body, MOVEMENTS);

        assertThat(answers).hasSize(11);
        assertThat(answers.stream().map(answer -> answer.path("line").asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(answers.stream().map(answer -> answer.path("outcome").asText()))
                .containsExactly(
                        "BOOKED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "REFUSED",
                        "BOOKED",
                        "REPEATED");
        assertThat(answers.get(1).at("/problem/detail").asText()).contains("line 2");
        assertThat(pointer(answers.get(2))).isEqualTo("/sku");
        assertThat(answers.get(3).at("/problem/status").asInt()).isEqualTo(409);
        assertThat(answers.get(3).at("/problem/detail").asText()).startsWith("Only 7 units");
        assertThat(pointer(answers.get(6))).isEqualTo("/colour");
        assertThat(pointer(answers.get(7))).isEqualTo("/quantity");
        assertThat(pointer(answers.get(8))).isEqualTo("/id");
        assertThat(answers.get(10).path("movement")).isEqualTo(answers.get(0).path("movement"));
        assertThat(answers.stream()
                        .filter(answer -> answer.path("outcome").asText().equals("REFUSED")))
                .allSatisfy(answer -> assertThat(answer.at("/problem/detail").asText())
                        .hasSizeGreaterThan(15)
                        .doesNotContain("Exception"));
        assertThat(desk.onHand(cup)).isEqualTo(9);
    }

    @Test
    void invalid_utf_8_is_refused_on_its_line() throws Exception {
        var cup = company.product(0);
        var body = (movement("u1" + cup, cup, 1) + "\n"
                        + movement("u2" + cup, cup, 1).put("reason", "caf\u00e9") + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var answers = answers(caller.send(
                        "systems",
                        post(MOVEMENTS + "/batch")
                                .contentType(NdjsonReader.NDJSON)
                                .content(body))
                .body());
        assertThat(answers.stream().map(answer -> answer.path("outcome").asText()))
                .containsExactly("BOOKED", "REFUSED");
    }

    @Test
    void a_batch_sent_twice_is_stored_once() {
        var products = IntStream.range(0, 3).mapToObj(i -> company.product(10)).toList();
        var moves = IntStream.range(0, 1200)
                .mapToObj(i -> movement("t" + products.get(0) + i, products.get(i % 3), 1 + i % 4)
                        .toString())
                .collect(Collectors.joining("\n"));
        var first = lines("systems", moves, MOVEMENTS);
        var second = lines("systems", moves, MOVEMENTS);
        assertThat(first).allMatch(answer -> answer.path("outcome").asText().equals("BOOKED"));
        assertThat(second).allMatch(answer -> answer.path("outcome").asText().equals("REPEATED"));
        assertThat(second.stream().map(answer -> answer.path("movement")))
                .isEqualTo(first.stream().map(answer -> answer.path("movement")).toList());
        assertThat(products.stream().mapToInt(desk::onHand).sum()).isEqualTo(30 + 1200 * 10 / 4);

        var levels = IntStream.rangeClosed(1, 1200)
                .mapToObj(i -> level(products.get(i % 3), i, i).toString())
                .collect(Collectors.joining("\n"));
        assertThat(lines("systems", levels, LEVELS))
                .allMatch(answer -> answer.path("outcome").asText().equals("APPLIED"));
        assertThat(lines("systems", levels, LEVELS))
                .noneMatch(answer -> answer.path("outcome").asText().equals("APPLIED"));
        assertThat(products.stream().map(desk::onHand)).containsExactly(1200, 1198, 1199);
    }

    @Test
    void an_id_on_two_lines_of_a_batch_belongs_to_the_first() {
        var a = company.product(0);
        var b = company.product(0);
        var answers = lines("systems", movement("two-" + a, b, 1) + "\n" + movement("two-" + a, a, 1), MOVEMENTS);
        assertThat(answers.stream().map(answer -> answer.path("outcome").asText()))
                .containsExactly("BOOKED", "REFUSED");
        assertThat(answers.get(1).at("/problem/status").asInt()).isEqualTo(409);
        assertThat(List.of(desk.onHand(a), desk.onHand(b))).containsExactly(0, 1);
    }

    @Test
    @Tag("database")
    void a_batch_releases_reservations_supplies_backorders_and_updates_the_orders() {
        var lamp = company.product(4);
        var cup = company.product(0);
        var loser = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(lamp, 4)));
        var waiter = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 3)));

        var answers = lines(
                "systems",
                level(lamp, 1, 2) + "\n" + level(cup, 1, 5) + "\n" + level(cup, 3, 6) + "\n" + level(cup, 2, 9),
                LEVELS);

        assertThat(answers.stream().map(answer -> answer.path("outcome").asText()))
                .containsExactly("APPLIED", "APPLIED", "APPLIED", "LATE");
        assertThat(answers.stream().map(answer -> answer.path("difference").asInt()))
                .containsExactly(-2, 5, 1, 0);
        assertThat(answers.get(2).path("expected").asInt()).isEqualTo(2);
        assertThat(desk.state(loser)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(desk.state(waiter)).isEqualTo(OrderState.CONFIRMED);
        assertThat(List.of(desk.onHand(lamp), desk.onHand(cup), desk.available(cup)))
                .containsExactly(2, 6, 3);
        assertThat(caller.get("sales", "/api/stock/feeds").json().path("gaps").findValuesAsText("sku"))
                .doesNotContain(cup);
    }

    @Test
    @Tag("database")
    void a_batch_has_the_same_result_as_its_lines_one_by_one() {
        var one = company.product(7);
        var many = company.product(7);
        var numbers = List.of(3, 1, 4, 4, 8, 2, 5, 6, 9, 9, 20, 7, 12);
        numbers.forEach(
                number -> caller.post("systems", level(one, number, number * 2).toString(), LEVELS));
        lines(
                "systems",
                numbers.stream()
                        .map(number -> level(many, number, number * 2).toString())
                        .collect(Collectors.joining("\n")),
                LEVELS);
        assertThat(desk.onHand(many)).isEqualTo(desk.onHand(one)).isEqualTo(40);
        assertThat(gapsOf(many)).isEqualTo(gapsOf(one)).isNotEmpty();
    }

    @Test
    @Tag("database")
    void the_last_of_several_sources_in_a_batch_sets_the_level() {
        var cup = company.product(7);
        var lamp = company.product(7);
        var levels = List.of(
                level(cup, 1, 10),
                level(cup, 1, 12).put("source", "shop"),
                level(lamp, 1, 12).put("source", "shop"),
                level(lamp, 1, 10));
        var answers =
                lines("systems", levels.stream().map(ObjectNode::toString).collect(Collectors.joining("\n")), LEVELS);
        assertThat(answers.stream().map(answer -> answer.path("difference").asInt()))
                .containsExactly(3, 2, 5, -2);
        assertThat(List.of(desk.onHand(cup), desk.onHand(lamp))).containsExactly(12, 10);
    }

    @Test
    void more_than_ten_thousand_lines_are_refused_before_any_is_stored() {
        var cup = company.product(0);
        var body = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> movement("m" + cup + i, cup, 1).toString())
                .collect(Collectors.joining("\n"));
        var refused = batch("systems", body, MOVEMENTS);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail")).contains("10,001", "10,000");
        assertThat(desk.onHand(cup)).isZero();
    }

    @Test
    void only_a_batch_may_have_five_megabytes() {
        var cup = company.product(0);
        var long2 = " ".repeat(2 * 1024 * 1024);
        assertThat(batch("systems", movement("5mb" + cup, cup, 1) + long2, MOVEMENTS)
                        .status())
                .isEqualTo(200);
        assertThat(batch("systems", level(cup, 1, 1) + long2 + long2 + long2, LEVELS)
                        .status())
                .isEqualTo(413);
        assertThat(caller.post("systems", level(cup, 1, 9) + long2, LEVELS).status())
                .isEqualTo(413);
        assertThat(desk.onHand(cup)).isEqualTo(1);
    }

    @Test
    void a_body_that_is_not_ndjson_and_an_empty_batch_are_refused() {
        assertThat(caller.post("systems", "{}", LEVELS + "/batch").status()).isEqualTo(415);
        assertThat(batch("systems", "", LEVELS).status()).isEqualTo(400);
        assertThat(batch("systems", "\r\n\n", LEVELS).body()).isEmpty();
        assertThat(batch("sales", "{}", LEVELS).status()).isEqualTo(403);
    }

    private List<String> gapsOf(String sku) {
        var gaps = caller.get("sales", "/api/stock/feeds").json().path("gaps");
        return StreamSupport.stream(gaps.spliterator(), false)
                .filter(gap -> gap.path("sku").asText().equals(sku))
                .map(gap -> gap.path("expected") + "-" + gap.path("lastMissing") + "<" + gap.path("received"))
                .sorted()
                .toList();
    }

    private static String pointer(JsonNode answer) {
        return answer.at("/problem/errors/0/pointer").asText();
    }

    private List<JsonNode> lines(String role, String body, String path) {
        var reply = batch(role, body, path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.headers().get("Content-Type")).startsWith(NdjsonReader.NDJSON);
        return answers(reply.body());
    }

    private Caller.Reply batch(String role, String body, String path) {
        return caller.send(
                role,
                post(path + "/batch").contentType(NdjsonReader.NDJSON).content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<JsonNode> answers(String body) {
        return body.lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static ObjectNode movement(String id, String sku, int quantity) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("sku", sku)
                .put("site", "VIE")
                .put("quantity", quantity)
                .put("kind", "RECEIPT");
    }

    private static ObjectNode level(String sku, long sequence, int onHand) {
        return JSON.createObjectNode()
                .put("source", "wms")
                .put("sku", sku)
                .put("site", "VIE")
                .put("sequence", sequence)
                .put("onHand", onHand)
                .put("at", "2026-12-01T09:30:00Z");
    }
}
