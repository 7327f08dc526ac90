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
 * A product that everybody wants: how many orders for it are accepted or refused in a second, and how the orders for other products fare
 * beside it. Over HTTP, with as many threads and connections as in production. Prints a table; the goal is a rate.
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
            "server.tomcat.threads.max=24",
            "spring.datasource.hikari.maximum-pool-size=40"
        })
@AutoConfigureMockMvc
@ActiveProfiles({"test", "test-mysql"})
class HotProductPerSecond {

    private static final int WHO_WANT_IT = Integer.getInteger("hot", 50);
    private static final int OTHERS = 8;
    private static final int PRODUCTS = 400;
    private static final int CUSTOMERS = 2000;
    /** On two cores the Java machine takes minutes to translate what an order runs through. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("hot.warmup", 240));

    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("round", 20));
    private static final double GOAL = 100;

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private List<String> customers;

    /** What one kind of client got done. @param millis of each call */
    private record Done(List<Long> millis) {

        private double perSecond() {
            return millis.size() / (double) ROUND.toSeconds();
        }

        private long within(double share) {
            return millis.isEmpty() ? 0 : millis.stream().sorted().toList().get((int) ((millis.size() - 1) * share));
        }
    }

    @Test
    void a_product_that_everybody_wants_is_sold_fast_and_holds_nobody_else_up() throws Exception {
        customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> company.customer(i % 2 == 0 ? ShortagePolicy.WAIT : ShortagePolicy.CANCEL))
                .toList();
        var products = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> company.product(1_000_000))
                .toList();
        var plenty = company.product(1_000_000);
        var soldOut = company.product(0);
        Supplier<String> other = () -> products.get(ThreadLocalRandom.current().nextInt(PRODUCTS));

        for (var wanted : List.of(plenty, soldOut)) {
            together(() -> wanted, WHO_WANT_IT, OTHERS, other, WARM_UP.dividedBy(2));
        }
        System.out.printf(
                "%n%-38s %12s %12s %12s %12s%n",
                WHO_WANT_IT + " who want it, " + OTHERS + " others",
                "wanted/s",
                "others/s",
                "others p50",
                "others p95");
        print("others alone", together(() -> plenty, 0, OTHERS, other, ROUND));
        print("as many on products of their own", together(other, WHO_WANT_IT, OTHERS, other, ROUND));
        var sold = print("all on one product, in stock", together(() -> plenty, WHO_WANT_IT, OTHERS, other, ROUND));
        var refused = print("all on one product, sold out", together(() -> soldOut, WHO_WANT_IT, OTHERS, other, ROUND));
        print("no others, in stock", together(() -> plenty, WHO_WANT_IT, 0, other, ROUND));
        print("no others, sold out", together(() -> soldOut, WHO_WANT_IT, 0, other, ROUND));
        assertThat(List.of(sold, refused)).allSatisfy(rate -> assertThat(rate).isGreaterThanOrEqualTo(GOAL));
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

    /** @return what those did who want it, and the others */
    private List<Done> together(Supplier<String> wanted, int who, int others, Supplier<String> other, Duration time)
            throws Exception {
        var end = System.nanoTime() + time.toNanos();
        var done = List.of(
                new Done(Collections.synchronizedList(new ArrayList<>())),
                new Done(Collections.synchronizedList(new ArrayList<>())));
        var clients = Executors.newFixedThreadPool(who + others);
        List<? extends Future<?>> running = IntStream.range(0, who + others)
                .mapToObj(client -> clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        var begun = System.nanoTime();
                        post((client < who ? wanted : other).get());
                        done.get(client < who ? 0 : 1)
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
