package io.ordertrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Another system, on this machine, that receives webhooks. It knows only the specification, nothing of Ordertrail. */
final class Receiver implements AutoCloseable {

    /** Instead of a status: the receiver does not respond until it is closed. */
    static final int SILENCE = 0;

    /** A request and the status of its response. */
    record Request(String id, String timestamp, String signature, String host, String body, int answer) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long number() {
            return json().path("data").path("number").asLong();
        }

        String sku() {
            return json().path("data").path("sku").asText();
        }

        boolean accepted() {
            return answer >= 200 && answer < 300;
        }

        /** Implements the specification independently of the product's code. */
        boolean isSignedBy(String secret) throws Exception {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            mac.update(id.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            mac.update(body.getBytes(StandardCharsets.UTF_8));
            var expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal());
            return Stream.of(signature.split(" ")).anyMatch(expected::equals);
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile ToIntFunction<Request> answers = message -> 204;

    Receiver() {
        this("127.0.0.1", 0);
    }

    Receiver(String address, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    int port() {
        return server.getAddress().getPort();
    }

    Receiver answers(ToIntFunction<Request> statuses) {
        answers = statuses;
        return this;
    }

    List<Request> accepted() {
        return requests.stream().filter(Request::accepted).toList();
    }

    /** No message comes before the one with the lower number was accepted, and none after one with a higher number. */
    static void assertInOrder(List<Request> tries) {
        var accepted = new HashSet<Long>();
        var last = 0L;
        for (var one : tries) {
            assertThat(one.number()).as("of %s", one.sku()).isGreaterThanOrEqualTo(last);
            if (one.number() > last) {
                assertThat(last == 0 || accepted.contains(last))
                        .as("%d was there before %d", last, one.number())
                        .isTrue();
            }
            if (one.accepted()) {
                accepted.add(one.number());
            }
            last = one.number();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var seen = new Request(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Host"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                0);
        var answer = answers.applyAsInt(seen);
        requests.add(new Request(seen.id(), seen.timestamp(), seen.signature(), seen.host(), seen.body(), answer));
        if (answer == SILENCE) {
            await();
        }
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer == SILENCE ? 500 : answer, -1);
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
