package io.ordertrail.journey;

import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static io.ordertrail.process.engine.OrderFulfilment.Element.RECEIPT_BY_SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.platform.engine.DemoUser;

/** What production logs about an order that enters through the API, from entry to receipt and with all errors. */
@PlatformTest
class LogTest {

    private static final String PERSON = """
      {"name": "Xaveria Quellenmeister", "street": "Zwetschkenweg 77", "postalCode": "8010", "city": "Kumberghausen", "country": "AT",
       "phone": "+43 660 5551234", "email": "x.quellenmeister@mail.example"}""";
    private static final String[] PERSONAL = {
        "Xaveria", "Quellenmeister", "Zwetschkenweg", "Kumberghausen", "5551234", "mail.example"
    };

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private ProductionLog log;

    @BeforeEach
    void listen() {
        log = new ProductionLog();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void each_state_change_of_an_order_is_a_json_line_with_its_number_and_no_personal_data() throws Exception {
        var number = enterOrder();
        var warehouse = TasklistSession.signedIn(port, "demo-warehouse", DemoUser.PASSWORD, "en");
        var task = "/task/" + desk.task(number, PICK_AND_PACK).getId();
        assertThat(warehouse
                        .engine("POST", task + "/claim", "{\"userId\":\"demo-warehouse\"}")
                        .status())
                .isEqualTo(204);
        assertThat(warehouse
                        .engine("POST", task + "/submit-form", "{\"variables\":{}}")
                        .status())
                .isEqualTo(204);
        desk.complete(number, "shipParcel", "carrier", "DHL", "trackingNumber", "L-" + number);
        assertThat(call("demo-service", "POST", "/api/orders/" + number + "/delivery", "{}")
                        .statusCode())
                .isEqualTo(200);
        desk.fireTimer(number, RECEIPT_BY_SILENCE);

        assertThat(messagesOf(number))
                .containsExactly(
                        "ENTERED after entry",
                        "CONFIRMED after ENTERED",
                        "IN_FULFILMENT after CONFIRMED",
                        "SHIPPED after IN_FULFILMENT",
                        "DELIVERED after SHIPPED",
                        "RECEIVED after DELIVERED");
        assertThat(linesOf(number))
                .extracting(line -> line.path("request").isTextual())
                .containsExactly(true, true, true, false, true, false);
        assertThat(log.text()).doesNotContainIgnoringCase(PERSONAL);
    }

    @Test
    void a_refusal_logs_the_order_number_in_its_canonical_form() throws Exception {
        var number = enterOrder();
        var typed = number.value().replace("-", "").toLowerCase();
        assertThat(call("demo-warehouse", "POST", "/api/orders/" + typed + "/cancellation", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(messagesOf(number)).last().asString().startsWith("Refused to demo-warehouse [warehouse]: ");
    }

    @Test
    void a_request_leaves_nothing_in_the_log_context_of_the_next() throws Exception {
        var number = enterOrder();
        for (var i = 0; i < 30; i++) {
            call("demo-sales", "GET", "/api/orders/" + number, null);
            call("demo-warehouse", "GET", "/api/customers", null);
        }
        assertThat(log.lines())
                .filteredOn(line -> line.path("message").asText().contains("/api/customers"))
                .hasSize(30)
                .allMatch(line -> line.path("order").isMissingNode())
                .extracting(line -> line.path("request").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void invalid_input_is_not_logged() throws Exception {
        var order = order();
        var wrong = Stream.of(
                order.replace("\"shipTo\"", "\"Xaveria Quellenmeister\""),
                order.replace("\"lines\": [", "\"lines\": \"Xaveria\", [ "),
                order.replace("\"AT\"", "\"Kumberghausen\""),
                order.replace("@", " at "),
                order.replace("\"quantity\": 1", "\"quantity\": \"Xaveria\""),
                "\"Xaveria Quellenmeister\"",
                order.replace("Zwetschkenweg", "Zwetschkenweg\\u0000"),
                order.replace("Xaveria", "Xaveria".repeat(100)));
        for (var body : wrong.toList()) {
            assertThat(call("demo-sales", "POST", "/api/orders", body).statusCode())
                    .as(body)
                    .isLessThan(500);
        }
        for (var query : List.of(
                "text=Xaveria",
                "limit=Xaveria",
                "from=Xaveria",
                "after=Xaveria",
                "state=Xaveria",
                "customer=Xaveria")) {
            assertThat(call("demo-sales", "GET", "/api/orders?" + query, null).statusCode())
                    .isLessThan(500);
            var sales = TasklistSession.signedIn(port, "demo-sales", DemoUser.PASSWORD, "en");
            assertThat(sales.get("/orders?" + query).status()).isLessThan(500);
        }
        assertThat(call("demo-sales", "PUT", "/api/customers/K-1", PERSON.replace("}", ",\"more\":1}"))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(log.text()).doesNotContainIgnoringCase(PERSONAL);
    }

    private OrderNumber enterOrder() throws Exception {
        return new OrderNumber(
                json.readTree(call("demo-sales", "POST", "/api/orders", order()).body())
                        .path("number")
                        .asText());
    }

    private String order() {
        return """
        {"customer": "%s", "shipTo": %s, "lines": [{"sku": "%s", "quantity": 1}]}""".formatted(company.customer(), PERSON, company.product(1));
    }

    private List<String> messagesOf(OrderNumber number) {
        return linesOf(number).stream()
                .map(line -> line.path("message").asText())
                .toList();
    }

    /** Without the first call of a program within a minute, which is logged once. */
    private List<JsonNode> linesOf(OrderNumber number) {
        return log.lines().stream()
                .filter(line -> line.path("order").asText().equals(number.value()))
                .filter(line -> !line.path("message").asText().contains(" calls from "))
                .toList();
    }

    private HttpResponse<String> call(String who, String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString((who + ":" + DemoUser.PASSWORD).getBytes()))
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
