package io.ordertrail.externalstock;

import java.net.HttpURLConnection;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.settings.WithExternalStockSystem;
import io.ordertrail.stock.external.ExternalStockSystem;
import io.ordertrail.stock.external.StockedQuantity;

/** Calls the external stock system over HTTP as {@code docs/stock-system.md} describes. */
@Component
@WithExternalStockSystem
class HttpExternalStockSystem implements ExternalStockSystem {

    private static final BodyPublisher NO_BODY = BodyPublishers.noBody();
    /** States in which a key holds nothing and never will. */
    private static final Set<String> CLOSED = Set.of("released", "refused", "shipped");

    private final ExternalStockCircuit circuit;
    private final ObjectMapper json;

    HttpExternalStockSystem(ExternalStockCircuit circuit, ObjectMapper json) {
        this.circuit = circuit;
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(String sku, String site, int quantity) {}

    record ReservationRequest(String order, List<Line> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReservationState(String state, List<Line> missing) {}

    @Override
    public Reply reserve(String key, OrderNumber order, List<StockedQuantity> goods) {
        var request = new ReservationRequest(
                order.value(),
                goods.stream()
                        .map(quantity -> new Line(quantity.sku(), quantity.site(), quantity.quantity()))
                        .toList());
        var answer = circuit.call("PUT", key, BodyPublishers.ofString(toJson(request)));
        return switch (answer.statusCode()) {
            case HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_CREATED -> new Reply(Outcome.RESERVED, List.of());
            case HttpURLConnection.HTTP_CONFLICT -> new Reply(Outcome.REFUSED, missing(key, answer));
            case HttpURLConnection.HTTP_GONE -> new Reply(Outcome.RELEASED, List.of());
            default -> throw unexpected("PUT", key, answer);
        };
    }

    /**
     * Checks the state after the release: a system that forgets released keys would reserve when a delayed reservation
     * arrives.
     */
    @Override
    public void release(String key) {
        var answer = circuit.call("DELETE", key, NO_BODY);
        if (answer.statusCode() != HttpURLConnection.HTTP_NO_CONTENT
                && answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw unexpected("DELETE", key, answer);
        }
        var now = circuit.call("GET", key, NO_BODY);
        if (now.statusCode() != HttpURLConnection.HTTP_OK
                || !CLOSED.contains(String.valueOf(read(now).state()))) {
            throw unexpected("After its release, GET", key, now);
        }
    }

    private List<StockedQuantity> missing(String key, HttpResponse<String> answer) {
        var missing = read(answer).missing();
        if (missing == null || missing.isEmpty() || missing.stream().anyMatch(line -> line.quantity() < 1)) {
            throw new ExternalStockFailure(
                    "The external stock system refuses reservation " + key + " and does not say what is missing");
        }
        return missing.stream()
                .map(line -> new StockedQuantity(line.sku(), line.site(), line.quantity()))
                .toList();
    }

    private static ExternalStockFailure unexpected(String call, String key, HttpResponse<String> answer) {
        return new ExternalStockFailure(
                "%s of reservation %s: the external stock system answers %d".formatted(call, key, answer.statusCode()));
    }

    private String toJson(ReservationRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReservationState read(HttpResponse<String> answer) {
        try {
            var state = json.readValue(answer.body(), ReservationState.class);
            return state == null ? new ReservationState(null, null) : state;
        } catch (JsonProcessingException e) {
            throw new ExternalStockFailure("The answer of the external stock system cannot be read", e);
        }
    }
}
