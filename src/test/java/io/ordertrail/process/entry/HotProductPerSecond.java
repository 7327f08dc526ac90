package io.ordertrail.process.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.TestCompany;

/**
 * Many clients order one product: how many orders for it are accepted or refused in a second, and how the orders for
 * other products fare next to it. Over HTTP, with as many threads and connections as in production. Prints a table; the
 * goal is a rate.
 */
@Tag("benchmark")
@EnabledIfEnvironmentVariable(
        named = "ORDERTRAIL_TEST_MYSQL",
        matches = "jdbc:mysql:.+",
        disabledReason = "start it by servers/benchmark")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.generate-unique-process-engine-name=true",
            "ordertrail.requests-at-once=24",
            "spring.datasource.hikari.maximum-pool-size=40"
        })
@AutoConfigureMockMvc
@ActiveProfiles({"test", "test-mysql"})
class HotProductPerSecond {

    private static final int HOT_CLIENTS = Integer.getInteger("hot", 50);
    private static final int OTHERS = 8;
    private static final int PRODUCTS = 400;
    private static final int CUSTOMERS = 2000;
    /** On two cores the JVM takes minutes to compile the code that an order runs through. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("hot.warmup", 240));

    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("round", 20));
    private static final double MIN_PER_SECOND = 100;

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private List<String> customers;

    /**
     * The calls of one kind of client.
     *
     * @param millis the duration of each call
     */
    private record Done(List<Long> millis) {

        private double perSecond() {
            return millis.size() / (double) ROUND.toSeconds();
        }

        private long within(double share) {
            return millis.isEmpty() ? 0 : millis.stream().sorted().toList().get((int) ((millis.size() - 1) * share));
        }
    }

    @Test
    void a_hot_product_is_sold_fast_and_slows_no_other_orders() throws Exception {
        customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> company.customer(i % 2 == 0 ? ShortagePolicy.WAIT : ShortagePolicy.CANCEL))
                .toList();
        var products = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> company.product(1_000_000))
                .toList();
        var plenty = company.product(1_000_000);
        var soldOut = company.product(0);
        Supplier<String> other = () -> products.get(ThreadLocalRandom.current().nextInt(PRODUCTS));

        for (var hotProduct : List.of(plenty, soldOut)) {
            run(() -> hotProduct, HOT_CLIENTS, OTHERS, other, WARM_UP.dividedBy(2));
        }
        System.out.printf(
                "%n%-38s %12s %12s %12s %12s%n",
                HOT_CLIENTS + " on the hot product, " + OTHERS + " others",
                "hot/s",
                "others/s",
                "others p50",
                "others p95");
        print("others alone", run(() -> plenty, 0, OTHERS, other, ROUND));
        print("as many on other products", run(other, HOT_CLIENTS, OTHERS, other, ROUND));
        var sold = print("all on one product, in stock", run(() -> plenty, HOT_CLIENTS, OTHERS, other, ROUND));
        var refused = print("all on one product, sold out", run(() -> soldOut, HOT_CLIENTS, OTHERS, other, ROUND));
        print("no others, in stock", run(() -> plenty, HOT_CLIENTS, 0, other, ROUND));
        print("no others, sold out", run(() -> soldOut, HOT_CLIENTS, 0, other, ROUND));
        assertThat(List.of(sold, refused)).allSatisfy(rate -> assertThat(rate).isGreaterThanOrEqualTo(MIN_PER_SECOND));
    }

    private static double print(String what, List<Done> done) {
        System.out.printf(
                "%-38s %12.0f %12.0f %9d ms %9d ms%n",
                what,
                done.get(0).perSecond(),
                done.get(1).perSecond(),
                done.get(1).within(0.5),
                done.get(1).within(0.95));
        return done.get(0).perSecond();
    }

    /**
     * Runs both kinds of clients at once.
     *
     * @return the calls of the clients of the hot product, and those of the others
     */
    private List<Done> run(
            Supplier<String> hotProduct, int hotClients, int others, Supplier<String> other, Duration time)
            throws Exception {
        var end = System.nanoTime() + time.toNanos();
        var done = List.of(
                new Done(Collections.synchronizedList(new ArrayList<>())),
                new Done(Collections.synchronizedList(new ArrayList<>())));
        var clients = Executors.newFixedThreadPool(hotClients + others);
        List<? extends Future<?>> running = IntStream.range(0, hotClients + others)
                .mapToObj(client -> clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        var begun = System.nanoTime();
                        post((client < hotClients ? hotProduct : other).get());
                        done.get(client < hotClients ? 0 : 1)
                                .millis()
                                .add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                    }
                }))
                .toList();
        clients.shutdown();
        for (var one : running) {
            one.get();
        }
        return done;
    }

    private void post(String sku) {
        var body = """
        {"channel": "benchmark", "customer": "%s", "shipTo": {"name": "A", "street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"},
         "lines": [{"sku": "%s", "quantity": %d}]}""".formatted(
                        customers.get(ThreadLocalRandom.current().nextInt(CUSTOMERS)),
                        sku,
                        1 + ThreadLocalRandom.current().nextInt(9));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/orders"))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("demo-sales:demo".getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
