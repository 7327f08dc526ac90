package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A file of orders for the demo company, and its import at a node of the product. */
final class ImportAtNode {

    private static final String PERSON = "demo-sales";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long number;

    private ImportAtNode(long number) {
        this.number = number;
    }

    /** Sends the file; what is faulty is left out. */
    static ImportAtNode started(Node node, String source, String csv) {
        return started(node, source, "LEAVE_FAULTY_OUT", HttpRequest.BodyPublishers.ofString(csv));
    }

    static ImportAtNode started(Node node, String source, String policy, HttpRequest.BodyPublisher csv) {
        var answer = node.postFile(PERSON, "/api/imports", Map.of("source", source, "policy", policy), csv);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return new ImportAtNode(read(answer).path("number").asLong());
    }

    /**
     * Makes a file of orders.
     *
     * @param faulty so many of the orders are for a product that does not exist
     */
    static String file(int orders, int linesEach, int faulty) {
        return IntStream.range(0, orders)
                .boxed()
                .flatMap(order -> IntStream.range(0, linesEach)
                        .mapToObj(
                                line -> "K-%d,C10%02d,%s,1".formatted(order, order % 20 + 1, sku(order, line, faulty))))
                .collect(Collectors.joining("\n", "Order number,Customer,SKU,Quantity\n", "\n"));
    }

    private static String sku(int order, int line, int faulty) {
        return order < faulty ? "NO-SUCH" : "CF-10%02d".formatted(line % 8 + 1);
    }

    JsonNode state(Node node) {
        return read(node.get(PERSON, "/api/imports/" + number));
    }

    /** Waits until the import has ended. */
    JsonNode awaitEnd(Node node, Duration longest) {
        return await(node, "DONE", longest);
    }

    JsonNode await(Node node, String state, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        while (!state(node).path("state").asText().equals(state) && System.nanoTime() < end) {
            Node.pause();
        }
        assertThat(state(node).path("state").asText()).isEqualTo(state);
        return state(node);
    }

    private static JsonNode read(Node.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
