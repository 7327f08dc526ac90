package io.ordertrail.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.ordertrail.api.order.Caller;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.Orders;

/** Tests invalid orders: the response says what to fix, and nothing is stored. */
@JourneyTest
class BadInputTest {

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    Orders orders;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("unknown product", "/lines/0/sku", order -> line(order).put("sku", "NO-SUCH")),
                fault("product missing", "/lines/0/sku", order -> line(order).putNull("sku")),
                fault(
                        "product as a number",
                        "/lines/0/sku",
                        order -> line(order).put("sku", 5)),
                fault("unknown customer", "/customer", order -> order.put("customer", "NOBODY")),
                fault("customer missing", "/customer", order -> order.remove(List.of("customer"))),
                fault("quantity 0", "/lines/0/quantity", order -> line(order).put("quantity", 0)),
                fault(
                        "quantity negative",
                        "/lines/0/quantity",
                        order -> line(order).put("quantity", -1)),
                fault(
                        "quantity absurd",
                        "/lines/0/quantity",
                        order -> line(order).put("quantity", 100_001)),
                fault(
                        "quantity beyond an int",
                        "/lines/0/quantity",
                        order -> line(order).put("quantity", 99_999_999_999L)),
                fault(
                        "quantity with a fraction",
                        "/lines/0/quantity",
                        order -> line(order).put("quantity", 1.5)),
                fault(
                        "quantity in words",
                        "/lines/0/quantity",
                        order -> line(order).put("quantity", "three")),
                fault(
                        "quantity as a text",
                        "/lines/0/quantity",
                        order -> line(order).put("quantity", "3")),
                fault("quantity true", "/lines/0/quantity", order -> line(order).put("quantity", true)),
                fault("quantity null", "/lines/0/quantity", order -> line(order).putNull("quantity")),
                fault(
                        "quantity a list",
                        "/lines/0/quantity",
                        order -> line(order).putArray("quantity")),
                fault(
                        "price with too many places",
                        "/lines/0/unitPrice",
                        order -> line(order).put("unitPrice", "1.23456")),
                fault(
                        "price negative",
                        "/lines/0/unitPrice",
                        order -> line(order).put("unitPrice", "-1")),
                fault(
                        "price with an exponent",
                        "/lines/0/unitPrice",
                        order -> line(order).put("unitPrice", "1e400")),
                fault(
                        "price with an exponent beyond all",
                        "/lines/0/unitPrice",
                        order -> line(order).put("unitPrice", "1e2147483647")),
                fault("price NaN", "/lines/0/unitPrice", order -> line(order).put("unitPrice", "NaN")),
                fault("price empty", "/lines/0/unitPrice", order -> line(order).put("unitPrice", "")),
                fault(
                        "price too high",
                        "/lines/0/unitPrice",
                        order -> line(order).put("unitPrice", "1000000000")),
                fault(
                        "discount above 100",
                        "/lines/0/discountPercent",
                        order -> line(order).put("discountPercent", "100.1")),
                fault("foreign currency", "/currency", order -> order.put("currency", "USD")),
                fault("address missing", "/shipTo", order -> order.remove(List.of("shipTo"))),
                fault("address null", "/shipTo", order -> order.putNull("shipTo")),
                fault("address empty", "/shipTo/country", order -> order.putObject("shipTo")),
                fault(
                        "country of no atlas",
                        "/shipTo/country",
                        order -> shipTo(order).put("country", "ZZ")),
                fault("unknown field", "/colour", order -> order.put("colour", "red")),
                fault(
                        "unknown field in a line",
                        "/lines/0/colour",
                        order -> line(order).put("colour", "red")),
                fault("text of 10,000 characters", "/note", order -> order.put("note", "x".repeat(10_000))),
                fault("10,000 spaces", "/note", order -> order.put("note", " ".repeat(10_000))),
                fault("control character", "/note", order -> order.put("note", "ring\u0007 twice")),
                fault(
                        "control character alone",
                        "/externalReference",
                        order -> order.put("externalReference", "\u001c")),
                fault(
                        "line break in a street",
                        "/shipTo/street",
                        order -> shipTo(order).put("street", "A\nB")),
                fault("day that is none", "/requestedDelivery", order -> order.put("requestedDelivery", "2026-02-30")),
                fault(
                        "day beyond all calendars",
                        "/requestedDelivery",
                        order -> order.put("requestedDelivery", "+999999999-12-31")),
                fault(
                        "yesterday",
                        "/requestedDelivery",
                        order -> order.put(
                                "requestedDelivery",
                                LocalDate.now(ZoneOffset.UTC).minusDays(1).toString())),
                fault(
                        "day beyond the horizon",
                        "/requestedDelivery",
                        order -> order.put(
                                "requestedDelivery",
                                LocalDate.now(ZoneOffset.UTC).plusYears(3).toString())),
                fault(
                        "last day of all calendars",
                        "/requestedDelivery",
                        order -> order.put("requestedDelivery", "9999-12-31")),
                fault("partial delivery as a text", "/partialDelivery", order -> order.put("partialDelivery", "yes")),
                fault("no lines", "/lines", order -> order.putArray("lines")),
                fault("lines missing", "/lines", order -> order.remove(List.of("lines"))),
                fault("lines an object", "/lines", order -> order.putObject("lines")),
                fault(
                        "a line that is null",
                        "/lines/0",
                        order -> order.putArray("lines").addNull()),
                fault("1,001 lines", "/lines", BadInputTest::lines1001));
    }

    private static Arguments fault(String name, String pointer, Function<ObjectNode, Object> mutation) {
        return arguments(name, pointer, mutation);
    }

    private static Object lines1001(ObjectNode order) {
        var line = line(order).deepCopy();
        var lines = order.putArray("lines");
        for (int i = 0; i <= 1000; i++) {
            lines.add(line);
        }
        return lines;
    }

    private static ObjectNode line(ObjectNode order) {
        return (ObjectNode) ((ArrayNode) order.get("lines")).get(0);
    }

    private static ObjectNode shipTo(ObjectNode order) {
        return (ObjectNode) order.get("shipTo");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void an_invalid_order_is_refused_with_a_pointer(
            String name, String pointer, Function<ObjectNode, Object> mutation) {
        var order = caller.order(company);
        mutation.apply(order);
        var before = orders.count();

        var refusal = caller.post("sales", order.toString(), "/api/orders");

        assertThat(refusal.status()).as(refusal.body()).isEqualTo(422);
        assertThat(refusal.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(refusal.text("/detail")).hasSizeGreaterThan(15).doesNotContain("{", "Exception");
        assertThat(refusal.pointers()).contains(pointer);
        assertThat(orders.count()).isEqualTo(before);
    }

    @Test
    void half_of_a_surrogate_pair_is_refused_in_every_field() {
        var order = caller.order(company).put("note", "HALF").toString();
        assertRefused(422, order.replace("HALF", "\\ud800"));
        assertRefused(400, order.replace("\"note\"", "\"\\ud800\""));
        assertRefused(422, order.replace("\"HALF\"", "\"x\",\"externalReference\":\"\\udc00\""));
        assertRefused(422, order.replaceAll("\"sku\":\"[^\"]*\"", "\"sku\":\"\\\\ud800\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "nothing",
            value = {
                "nothing",
                "`{\"customer\":`",
                "`{\"customer\" \"A\"}`",
                "`{'customer':'A'}`",
                "`{\"customer\":\"A\",\"customer\":\"B\"}`",
                "hello"
            })
    void malformed_json_is_refused_with_its_line(String body) {
        var refusal = assertRefused(400, body == null ? "" : body);
        assertThat(refusal.text("/type")).isEqualTo("urn:ordertrail:problem:json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"null", "[]", "5", "`\"order\"`", "`{} {}`"})
    void a_body_that_is_not_an_object_is_refused(String body) {
        assertThat(assertRefused(body.equals("null") ? 400 : 422, body)).isNotNull();
    }

    @Test
    void deep_nesting_is_refused() {
        assertRefused(422, "[".repeat(100_000));
        assertRefused(422, "{\"shipTo\":" + "{\"name\":".repeat(10_000));
        assertRefused(
                422, caller.order(company).toString().replace("\"quantity\":1", "\"quantity\":" + "[".repeat(1_000)));
    }

    @Test
    void a_number_of_a_thousand_digits_is_refused() {
        assertRefused(
                400, caller.order(company).toString().replace("\"quantity\":1", "\"quantity\":" + "9".repeat(1_000)));
    }

    @Test
    void a_price_is_accepted_as_a_string_and_as_a_number() {
        var order = caller.order(company);
        line(order).put("unitPrice", "9.9950");
        assertThat(caller.post("sales", order.toString(), "/api/orders").text("/lines/0/unitPrice"))
                .isEqualTo("9.995");
        line(order).put("unitPrice", new BigDecimal("9.90"));
        assertThat(caller.post("sales", order.toString(), "/api/orders").text("/lines/0/unitPrice"))
                .isEqualTo("9.90");
    }

    @Test
    void a_body_over_a_megabyte_is_refused() {
        var before = orders.count();
        var request = Caller.withBody(
                MockMvcRequestBuilders.post("/api/orders"), " ".repeat(1024 * 1024) + caller.order(company));
        assertThat(caller.send("sales", request).status()).isEqualTo(413);
        assertThat(orders.count()).isEqualTo(before);
    }

    @Test
    void the_same_reference_twice_is_refused_with_the_number_of_the_first() {
        var order = caller.order(company).put("externalReference", "PO-TWICE").toString();
        var first = caller.post("sales", order, "/api/orders");
        assertThat(first.status()).isEqualTo(201);
        var second = assertRefused(409, order);
        assertThat(second.text("/order")).isEqualTo(first.text("/number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PO-%s ", " PO-%s", "PO-%s\u00a0", "\u3000PO-%s", "PO-%s\u200b"})
    void blanks_around_a_reference_make_no_other_reference(String typed) {
        var order = caller.order(company);
        var sku = line(order).get("sku").asText();
        var first =
                caller.post("sales", order.put("externalReference", "PO-" + sku).toString(), "/api/orders");
        var second = assertRefused(
                409, order.put("externalReference", typed.formatted(sku)).toString());
        assertThat(second.text("/order")).isEqualTo(first.text("/number"));
    }

    @Test
    void a_total_that_cannot_be_stored_is_refused_at_the_lines() {
        var order = caller.order(company);
        line(order).put("quantity", 100_000).put("unitPrice", "999999999.9999");
        var line = line(order).deepCopy();
        var lines = order.putArray("lines");
        for (int i = 0; i < 11; i++) {
            lines.add(line);
        }
        assertThat(assertRefused(422, order.toString()).pointers()).containsExactly("/lines");
    }

    @Test
    void an_empty_reference_counts_as_no_reference() {
        var order = caller.order(company)
                .put("externalReference", "")
                .put("channel", "")
                .toString();
        caller.post("sales", order, "/api/orders");
        assertThat(caller.post("sales", order, "/api/orders").status()).isEqualTo(201);
    }

    @Test
    void wrong_media_types_and_methods_return_problems() {
        var text = MockMvcRequestBuilders.post("/api/orders")
                .contentType("text/plain")
                .content("x");
        assertThat(caller.send("sales", text)).satisfies(reply -> assertProblem(reply, 415));
        assertThat(caller.send(
                        "sales", MockMvcRequestBuilders.get("/api/orders").accept("text/csv")))
                .satisfies(reply -> assertProblem(reply, 406));
        assertThat(caller.send("sales", MockMvcRequestBuilders.delete("/api/orders")))
                .satisfies(reply -> assertProblem(reply, 405));
        assertThat(caller.send("sales", MockMvcRequestBuilders.delete("/api/products/X")))
                .satisfies(reply -> assertProblem(reply, 405));
        assertThat(caller.get("sales", "/api/nothing")).satisfies(reply -> assertProblem(reply, 404));
        assertThat(caller.get("sales", "/api/orders/7K3M-0000")).satisfies(reply -> assertProblem(reply, 404));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,/limit",
        "limit=201,/limit",
        "limit=x,/limit",
        "state=LOST,/state",
        "from=yesterday,/from",
        "to=%2B300000-01-01T00:00:00Z,/to",
        "from=0001-01-01T00:00:00Z,/from"
    })
    void an_invalid_query_is_refused_with_the_parameter(String query, String pointer) {
        var refusal = caller.get("sales", "/api/orders?" + query);
        assertProblem(refusal, 422);
        assertThat(refusal.pointers()).containsExactly(pointer);
    }

    @Test
    void a_refusal_is_in_the_language_of_the_caller() {
        var request =
                Caller.withBody(MockMvcRequestBuilders.post("/api/orders"), "{").header("Accept-Language", "zh-CN");
        assertThat(caller.send("sales", request).text("/title")).isEqualTo("无法读取请求");
    }

    private Caller.Reply assertRefused(int status, String body) {
        var before = orders.count();
        var refusal = caller.post("sales", body, "/api/orders");
        assertProblem(refusal, status);
        assertThat(orders.count()).isEqualTo(before);
        return refusal;
    }

    private static void assertProblem(Caller.Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.text("/detail")).hasSizeGreaterThan(15).doesNotContain("Exception");
        assertThat(reply.text("/type")).startsWith("urn:ordertrail:problem:");
    }
}
