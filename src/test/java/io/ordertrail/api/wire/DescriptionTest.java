package io.ordertrail.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.ordertrail.api.order.Caller;
import io.ordertrail.journey.Buyer;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.PlannedParcel;
import io.ordertrail.shipment.Handover;
import io.ordertrail.shipment.PlanParcels;
import io.ordertrail.shipment.RecordShipment;

/** Tests that the OpenAPI description at /v3/api-docs is complete and correct. */
@JourneyTest
class DescriptionTest {

    @Autowired
    Caller caller;

    @Autowired
    Buyer buyer;

    @Autowired
    RecordShipment recordShipment;

    @Autowired
    PlanParcels planParcels;

    @Test
    void every_call_has_a_summary_a_unique_name_and_described_errors() {
        var names = new ArrayList<String>();
        calls().forEach(call -> {
            names.add(call.path("operationId").asText());
            assertThat(call.path("summary").asText()).isNotBlank();
            assertThat(call.path("responses").has("401")).isTrue();
            call.path("responses")
                    .forEach(response ->
                            assertThat(response.path("description").asText()).isNotBlank());
        });
        assertThat(names).isNotEmpty().doesNotHaveDuplicates().noneMatch(name -> name.contains("_"));
    }

    @Test
    void only_the_api_is_described() {
        assertThat(description().path("paths").fieldNames())
                .toIterable()
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/api/"));
    }

    @Test
    void every_body_has_an_example() {
        assertThat(calls().stream().filter(call -> call.has("requestBody")).map(DescriptionTest::example))
                .isNotEmpty()
                .noneMatch(JsonNode::isMissingNode);
    }

    @Test
    void the_examples_are_accepted() {
        send("warehouse", 200, "PUT", "/api/sites/{code}", "VIE");
        send("managers", 200, "PUT", "/api/products/{sku}", "CF-1001");
        send("managers", 200, "PUT", "/api/customers/{number}", "C1001");
        send("warehouse", 200, "PUT", "/api/stock/{sku}/{site}", "CF-1001", "VIE");
        send("warehouse", 201, "POST", "/api/stock/movements");
        var purchase = buyer.propose("CF-1001");
        buyer.order(purchase, 240, LocalDate.now().plusDays(3));
        send("warehouse", 201, "POST", "/api/purchases/{number}/receipts", purchase);
        send("systems", 200, "POST", "/api/stock/levels");
        assertThat(send("systems", 200, "POST", "/api/stock/levels/batch").body())
                .contains("APPLIED")
                .doesNotContain("REFUSED");
        assertThat(send("systems", 200, "POST", "/api/stock/movements/batch").body())
                .contains("BOOKED")
                .doesNotContain("REFUSED");
        assertThat(send("systems", 200, "POST", "/api/orders/batch").body())
                .contains("ENTERED")
                .doesNotContain("REFUSED");
        send("systems", 201, "POST", "/api/orders/documents");
        var number = send("sales", 201, "POST", "/api/orders").text("/number");
        planParcels.plan(List.of(new PlannedParcel(new OrderNumber(number), 9, Set.of("VIE"))));
        recordShipment.record(
                number + "-9", new Handover("Graulicht Post", "GD-1", LocalDate.of(2027, 1, 1), Map.of()));
        send("systems", 202, "POST", "/api/shipments/{trackingNumber}/events", "GD-1");
        send("sales", 200, "POST", "/api/orders/{number}/cancellation", number);
    }

    private Caller.Reply send(String role, int status, String method, String path, Object... variables) {
        var example = example(description().path("paths").path(path).path(method.toLowerCase()));
        var call = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path, variables);
        var reply = caller.send(
                role,
                example.isTextual()
                        ? call.contentType(example.asText().startsWith("<") ? "application/xml" : NdjsonReader.NDJSON)
                                .content(example.asText())
                        : Caller.withBody(call, example.toString()));
        assertThat(reply.status()).as(path + reply.body()).isEqualTo(status);
        return reply;
    }

    private static JsonNode example(JsonNode call) {
        var content = call.at("/requestBody/content");
        return Stream.of(NdjsonReader.NDJSON, "multipart/form-data", "application/json", "application/xml")
                .filter(content::has)
                .findFirst()
                .map(content::path)
                .orElseGet(MissingNode::getInstance)
                .path("example");
    }

    private ArrayList<ObjectNode> calls() {
        var calls = new ArrayList<ObjectNode>();
        description().path("paths").forEach(path -> path.forEach(call -> calls.add((ObjectNode) call)));
        return calls;
    }

    private JsonNode description() {
        return caller.get("sales", "/v3/api-docs").json();
    }
}
