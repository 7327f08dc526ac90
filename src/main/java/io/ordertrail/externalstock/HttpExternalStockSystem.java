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

/** Speaks with the company's own stock system as {@code docs/stock-system.md} says. */
@Component
@WithExternalStockSystem
class HttpExternalStockSystem implements ExternalStockSystem {

    private static final BodyPublisher NOTHING = BodyPublishers.noBody();
    /** In which nothing is set aside under a key, and nothing ever will be. */
    private static final Set<String> CLOSED = Set.of("released", "refused", "shipped");

    private final ExternalStockCircuit circuit;
    private final ObjectMapper json;

    HttpExternalStockSystem(ExternalStockCircuit circuit, ObjectMapper json) {
        this.circuit = circuit;
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Piece(String sku, String site, int quantity) {}

    record Question(String order, List<Piece> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record State(String state, List<Piece> missing) {}

    @Override
    public Reply reserve(String key, OrderNumber order, List<StockedQuantity> goods) {
        var question = new Question(
                order.value(),
                goods.stream()
                        .map(lot -> new Piece(lot.sku(), lot.site(), lot.pieces()))
                        .toList());
        var answer = circuit.call("PUT", key, BodyPublishers.ofString(written(question)));
        return switch (answer.statusCode()) {
            case HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_CREATED -> new Reply(Outcome.RESERVED, List.of());
            case HttpURLConnection.HTTP_CONFLICT -> new Reply(Outcome.REFUSED, missing(key, answer));
            case HttpURLConnection.HTTP_GONE -> new Reply(Outcome.RELEASED, List.of());
            default -> throw unexpected("PUT", key, answer);
        };
    }

    /** Followed by a look: a system that forgets what was given back would set it aside when the reservation comes late. */
    @Override
    public void release(String key) {
        var answer = circuit.call("DELETE", key, NOTHING);
        if (answer.statusCode() != HttpURLConnection.HTTP_NO_CONTENT
                && answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw unexpected("DELETE", key, answer);
        }
        var now = circuit.call("GET", key, NOTHING);
        if (now.statusCode() != HttpURLConnection.HTTP_OK
                || !CLOSED.contains(String.valueOf(read(now).state()))) {
            throw unexpected("After its release, GET", key, now);
        }
    }

    private List<StockedQuantity> missing(String key, HttpResponse<String> answer) {
        var missing = read(answer).missing();
        if (missing == null || missing.isEmpty() || missing.stream().anyMatch(piece -> piece.quantity() < 1)) {
            throw new ExternalStockFailure(
                    "The stock system refuses reservation " + key + " and does not say what is missing");
        }
        return missing.stream()
                .map(piece -> new StockedQuantity(piece.sku(), piece.site(), piece.quantity()))
                .toList();
    }

    private static ExternalStockFailure unexpected(String call, String key, HttpResponse<String> answer) {
        return new ExternalStockFailure(
                "%s of reservation %s: the stock system answers %d".formatted(call, key, answer.statusCode()));
    }

    private String written(Question question) {
        try {
            return json.writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private State read(HttpResponse<String> answer) {
        try {
            var state = json.readValue(answer.body(), State.class);
            return state == null ? new State(null, null) : state;
        } catch (JsonProcessingException e) {
            throw new ExternalStockFailure("The stock system answers what cannot be read", e);
        }
    }
}
