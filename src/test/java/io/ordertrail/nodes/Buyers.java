package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Clients that order through the API and retry: after a failure they send the same order again, perhaps to another
 * node.
 */
final class Buyers {

    private static final int PRODUCTS = 20;
    private static final int SECONDS_AT_MOST = 300;

    /** The time at which each order was acknowledged, by its reference. */
    final Map<String, Instant> acknowledged = new ConcurrentHashMap<>();
    /** The other responses, by status. */
    final Map<Integer, String> refusals = new ConcurrentHashMap<>();

    private final AtomicInteger next = new AtomicInteger();
    private final String channel;
    private final int buyers;
    private final List<Node> nodes;
    private final ExecutorService threads;

    Buyers(String channel, int buyers, Node... nodes) {
        this.channel = channel;
        this.buyers = buyers;
        this.nodes = List.of(nodes);
        this.threads = Executors.newFixedThreadPool(buyers);
        prepare();
    }

    private void prepare() {
        for (int i = 0; i < PRODUCTS; i++) {
            made(nodes.get(0).put("demo-manager", "/api/products/N-" + i, """
          {"name": "Cup", "category": "Cups", "listPrice": "10.00", "active": true}"""));
            made(nodes.get(0).post("demo-warehouse", "/api/stock/movements", """
          {"id": "%s-%d", "sku": "N-%d", "site": "VIE", "quantity": 1000000, "kind": "RECEIPT", "reason": "test"}""".formatted(channel, i, i)));
        }
        for (int i = 0; i < buyers; i++) {
            made(nodes.get(0).put("demo-manager", "/api/customers/N" + i, """
          {"name": "N", "address": {"street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"},
           "creditLimit": "1000000000", "blocked": false, "shortageWish": "ASK"}"""));
        }
    }

    private static void made(Node.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    /** What happens to the servers meanwhile. */
    interface Meanwhile {
        void run() throws Exception;
    }

    /** Enters orders in the background until so many are acknowledged. */
    void enter(int orders, Meanwhile meanwhile) throws Exception {
        List<? extends Future<?>> running = IntStream.range(0, buyers)
                .mapToObj(buyer -> threads.submit(() -> enterOrders(buyer, orders)))
                .toList();
        meanwhile.run();
        threads.shutdown();
        assertThat(threads.awaitTermination(SECONDS_AT_MOST, TimeUnit.SECONDS))
                .as(acknowledged.size() + " orders in time")
                .isTrue();
        for (var buyer : running) {
            buyer.get();
        }
    }

    void await(int orders) {
        while (acknowledged.size() < orders) {
            Node.pause();
        }
    }

    private void enterOrders(int buyer, int orders) {
        var known = new ArrayList<>(nodes);
        Collections.rotate(known, buyer);
        for (int order = next.getAndIncrement(); order < orders; order = next.getAndIncrement()) {
            enter("N-" + order, buyer, order, known);
        }
    }

    private void enter(String reference, int buyer, int order, List<Node> known) {
        var body = """
        {"channel": "%s", "externalReference": "%s", "customer": "N%d", "lines": [{"sku": "N-%d", "quantity": %d}, {"sku": "N-%d", "quantity": %d}],
         "shipTo": {"name": "A", "street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"}}""".formatted(
                        channel,
                        reference,
                        buyer,
                        order % PRODUCTS,
                        1 + order / PRODUCTS % 5,
                        (order + 7) % PRODUCTS,
                        1 + order / (PRODUCTS * 5) % 5);
        while (!acknowledged.containsKey(reference)) {
            try {
                answered(reference, known.get(0).post("demo-sales", "/api/orders", body));
            } catch (UncheckedIOException e) {
                known.add(known.remove(0));
            }
        }
    }

    /** Status 409: the order was stored the first time, but the response got lost. */
    private void answered(String reference, Node.Answer answer) {
        if (answer.status() == 201 || answer.status() == 409) {
            acknowledged.put(reference, Instant.now());
        } else {
            refusals.put(answer.status(), answer.body());
            Node.pause();
        }
    }
}
