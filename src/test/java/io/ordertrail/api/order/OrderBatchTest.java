package io.ordertrail.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.ordertrail.api.wire.NdjsonReader;
import io.ordertrail.audit.CheckStock;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.stock.ledger.StockItems;

/** Many orders in one call. */
@JourneyTest
@Tag("database")
class OrderBatchTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Orders orders;

    @Autowired
    StockItems stock;

    @Autowired
    CheckStock checkStock;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void each_order_is_entered_and_the_results_have_the_sequence_of_the_lines() throws Exception {
        var cup = company.product(1000);
        var sent = IntStream.range(0, 45).mapToObj(i -> order(cup, i + 1)).toList();

        var results = results(send("systems", null, sent));

        assertThat(results).hasSize(45);
        for (int i = 0; i < 45; i++) {
            assertThat(results.get(i).path("line").asInt()).isEqualTo(i + 1);
            assertThat(results.get(i).path("outcome").asText()).isEqualTo("ENTERED");
            assertThat(results.get(i).path("state").asText()).isIn("CONFIRMED", "WAITING_FOR_STOCK", "IN_REVIEW");
            assertThat(desk.order(number(results.get(i))).lines().get(0).quantity())
                    .isEqualTo(i + 1);
        }
        assertThat(checkStock.of(List.of(cup))).isEmpty();
    }

    @Test
    void all_orders_may_be_of_one_customer_and_of_the_last_units_of_one_product() throws Exception {
        var cup = company.product(3);
        var customer = company.customer();
        var sent = IntStream.range(0, 5)
                .mapToObj(i -> order(cup, 1).put("customer", customer))
                .toList();

        var states = results(send("systems", null, sent)).stream()
                .map(result -> result.path("state").asText())
                .toList();

        assertThat(states)
                .hasSize(5)
                .startsWith("CONFIRMED")
                .filteredOn("IN_REVIEW"::equals)
                .hasSize(4);
        assertThat(stock.available(cup, "VIE")).isEqualTo(2);
    }

    @Test
    void an_order_that_is_refused_does_not_affect_the_others() throws Exception {
        var cup = company.product(1000);
        var reference = "PO-" + cup;
        var sent = List.of(
                order(cup, 1).put("externalReference", reference).toString(),
                "{",
                order(cup, 0).toString(),
                order("no such product", 1).toString(),
                order(cup, 1).put("externalReference", reference).toString(),
                order(cup, 2).toString());

        var results = results(send("systems", null, sent));

        assertThat(results)
                .extracting(result -> result.path("outcome").asText())
                .containsExactly("ENTERED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "ENTERED");
        assertThat(results.get(1).at("/problem/status").asInt()).isEqualTo(400);
        assertThat(results.get(2).at("/problem/errors/0/pointer").asText()).isEqualTo("/lines/0/quantity");
        assertThat(results.get(3).at("/problem/errors/0/pointer").asText()).isEqualTo("/lines/0/sku");
        assertThat(results.get(4).at("/problem/status").asInt()).isEqualTo(409);
        assertThat(results.get(4).at("/problem/order").asText())
                .isEqualTo(results.get(0).path("number").asText());
        assertThat(orders.get(number(results.get(5))).state()).isEqualTo(OrderState.CONFIRMED);
    }

    @Test
    void the_same_lines_under_the_same_key_enter_nothing_again() throws Exception {
        var cup = company.product(1000);
        var sent = IntStream.range(0, 25).mapToObj(i -> order(cup, 1)).toList();
        var key = "key-of-" + cup;
        var first = send("systems", key, sent);
        var entered = orders.count();

        var second = send("systems", key, sent);

        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(orders.count()).isEqualTo(entered);
        assertThat(results(first)).hasSize(25);
    }

    @Test
    void a_malformed_key_is_refused_before_any_order_is_entered() throws Exception {
        var before = orders.count();

        assertThat(send("systems", "two words", List.of(order(company.product(1), 1)))
                        .getStatus())
                .isEqualTo(400);
        assertThat(orders.count()).isEqualTo(before);
    }

    @Test
    void a_refused_line_may_be_sent_again_and_a_changed_one_is_refused() throws Exception {
        var cup = company.product(1000);
        var key = "key-of-" + cup;
        var refused = order("not yet " + cup, 1);
        var changed = order(cup, 1);
        results(send("systems", key, List.of(refused, changed)));

        var results = results(
                send("systems", key, List.of(order(cup, 1), changed.deepCopy().put("note", "other"))));

        assertThat(results.get(0).path("outcome").asText()).isEqualTo("ENTERED");
        assertThat(results.get(1).at("/problem/status").asInt()).isEqualTo(422);
    }

    @Test
    void more_than_a_thousand_lines_are_refused_before_any_is_entered() throws Exception {
        var before = orders.count();

        var answer = send("systems", null, Collections.nCopies(1001, order("cup", 1)));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(orders.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-service", "warehouse", "shipping", "order-review", "purchasing", "managers"})
    void other_roles_may_not(String role) throws Exception {
        var answer = send(role, null, List.of(order("cup", 1)));

        assertThat(answer.getStatus()).isEqualTo(403);
    }

    private ObjectNode order(String sku, int quantity) {
        var order = json.createObjectNode().put("customer", company.customer());
        order.set("shipTo", json.valueToTree(TestCompany.BERLIN));
        order.putArray("lines").addObject().put("sku", sku).put("quantity", quantity);
        return order;
    }

    private static OrderNumber number(JsonNode result) {
        return new OrderNumber(result.path("number").asText());
    }

    private MockHttpServletResponse send(String role, String key, List<?> lines) throws Exception {
        MockHttpServletRequestBuilder call = MockMvcRequestBuilders.post("/api/orders/batch")
                .contentType(NdjsonReader.NDJSON)
                .with(user(role + "-1").roles(role))
                .content(lines.stream().map(Object::toString).collect(Collectors.joining("\n")));
        if (key != null) {
            call.header("Idempotency-Key", key);
        }
        return mvc.perform(call).andReturn().getResponse();
    }

    private List<JsonNode> results(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        var results = new ArrayList<JsonNode>();
        for (var line : answer.getContentAsString(StandardCharsets.UTF_8).split("\n")) {
            results.add(json.readTree(line));
        }
        return results;
    }
}
