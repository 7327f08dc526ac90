package io.ordertrail.process.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.entry.EnterOrders;
import io.ordertrail.process.deadline.Deadlines;

/**
 * How many straight-through orders of two lines get from their entry to the warehouse's task in a second, compared with
 * the same diagram on the bare engine in the same run. Rounds alternate, so that a slow machine slows all of them.
 * Prints a table; the goal is a ratio.
 */
@Tag("benchmark")
@EnabledIfEnvironmentVariable(
        named = "ORDERTRAIL_TEST_MYSQL",
        matches = "jdbc:mysql:.+",
        disabledReason = "start it by servers/benchmark")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.generate-unique-process-engine-name=true"})
@AutoConfigureMockMvc
@ActiveProfiles(resolver = DatabaseTest.Profiles.class)
class OrdersPerSecond {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int PRODUCTS = 400;
    private static final int CUSTOMERS = 400;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 30));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("round", 10));
    private static final String BARE = "bare engine, its defaults";
    private static final String ONE_BY_ONE = "bare engine, one by one";
    private static final String USE_CASE = "Ordertrail, use case";
    private static final String HTTP = "Ordertrail, over HTTP";
    private static final String SINGLE = "Ordertrail, one by one";
    private static final String BATCH = "Ordertrail, in batches";
    private static final double MIN_RATIO = 1.0;
    private static final double MIN_RATIO_OVER_HTTP = 0.71;
    private static final double MIN_RATIO_OF_BATCH = 1.8;
    private static final int IN_BATCH = 100;

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    EnterOrders enterOrders;

    @Autowired
    Deadlines deadlines;

    private final AtomicLong count = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private List<String> products;
    private List<String> customers;

    @Test
    void the_product_with_all_its_writes_is_as_fast_as_the_bare_engine() throws Exception {
        products = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> company.product(1_000_000))
                .toList();
        customers =
                IntStream.range(0, CUSTOMERS).mapToObj(i -> company.customer()).toList();
        var url = System.getProperty("bare") != null
                ? System.getProperty("bare")
                : System.getenv("ORDERTRAIL_TEST_MYSQL") + "/bare_"
                        + ProcessHandle.current().pid()
                        + "?createDatabaseIfNotExist=true&nullDatabaseMeansCurrent=true";
        try (var bare = new BareEngine(url, "root", "", deadlines)) {
            Runnable onTheBareEngine = () -> bare.enter("B-" + count.incrementAndGet());
            var rates = measured(List.of(
                    new Contender(BARE, CLIENTS, 1, onTheBareEngine),
                    new Contender(ONE_BY_ONE, 1, 1, onTheBareEngine),
                    new Contender(USE_CASE, CLIENTS, 1, this::enter),
                    new Contender(HTTP, CLIENTS, 1, this::post),
                    new Contender(SINGLE, 1, 1, this::enter),
                    new Contender(BATCH, 1, IN_BATCH, this::enterBatch)));
            print(rates);
            assertThat(ratio(rates, USE_CASE, BARE)).isGreaterThanOrEqualTo(MIN_RATIO);
            assertThat(ratio(rates, HTTP, BARE)).isGreaterThan(MIN_RATIO_OVER_HTTP);
            assertThat(ratio(rates, BATCH, SINGLE)).isGreaterThanOrEqualTo(MIN_RATIO_OF_BATCH);
        }
    }

    /**
     * One way to enter orders.
     *
     * @param clients how many threads enter orders at the same time
     * @param orders how many orders one call enters
     */
    private record Contender(String name, int clients, int orders, Runnable call) {}

    private Map<String, List<Double>> measured(List<Contender> contenders) throws InterruptedException {
        for (var contender : contenders) {
            perSecond(contender, WARM_UP);
        }
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var contender : contenders) {
                rates.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(perSecond(contender, ROUND));
            }
        }
        return rates;
    }

    private static double perSecond(Contender contender, Duration time) throws InterruptedException {
        var entered = new AtomicLong();
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        var clients = Executors.newFixedThreadPool(contender.clients());
        var running = IntStream.range(0, contender.clients())
                .mapToObj(client -> clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        contender.call().run();
                        entered.addAndGet(contender.orders());
                    }
                }))
                .toList();
        clients.shutdown();
        assertThat(clients.awaitTermination(time.toSeconds() + 60, TimeUnit.SECONDS))
                .isTrue();
        running.forEach(OrdersPerSecond::ended);
        return entered.get() * 1e9 / (System.nanoTime() - begun);
    }

    private static void ended(java.util.concurrent.Future<?> client) {
        try {
            client.get();
        } catch (Exception e) {
            throw new AssertionError("A client failed", e);
        }
    }

    private void enter() {
        enterOrder.enter(order());
    }

    private void enterBatch() {
        var orders = IntStream.range(0, IN_BATCH)
                .mapToObj(i -> new EnterOrders.Item<>(order(), number -> number))
                .toList();
        assertThat(enterOrders.enter(orders)).allMatch(result -> result.failure() == null);
    }

    private NewOrder order() {
        var random = ThreadLocalRandom.current();
        var first = random.nextInt(PRODUCTS);
        return TestCompany.order(
                customers.get(random.nextInt(CUSTOMERS)),
                Map.of(
                        products.get(first),
                        1 + random.nextInt(9),
                        products.get((first + 1 + random.nextInt(PRODUCTS - 1)) % PRODUCTS),
                        1 + random.nextInt(9)));
    }

    private void post() {
        var random = ThreadLocalRandom.current();
        var first = random.nextInt(PRODUCTS);
        var body = """
        {"channel": "benchmark", "customer": "%s", "shipTo": {"name": "A", "street": "S 1", "postalCode": "1010", "city": "Wien", "country": "AT"},
         "lines": [{"sku": "%s", "quantity": %d}, {"sku": "%s", "quantity": %d}]}""".formatted(
                        customers.get(random.nextInt(CUSTOMERS)),
                        products.get(first),
                        1 + random.nextInt(9),
                        products.get((first + 1 + random.nextInt(PRODUCTS - 1)) % PRODUCTS),
                        1 + random.nextInt(9));
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
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(Map<String, List<Double>> rates) {
        var bare = median(rates.get(BARE));
        System.out.printf("%n%-28s %10s %8s   rounds%n", CLIENTS + " clients", "orders/s", "ratio");
        rates.forEach((name, rounds) -> System.out.printf(
                "%-28s %10.0f %8.2f   %s%n",
                name,
                median(rounds),
                median(rounds) / bare,
                rounds.stream().map(rate -> "%.0f".formatted(rate)).toList()));
    }

    private static double ratio(Map<String, List<Double>> rates, String one, String other) {
        return median(rates.get(one)) / median(rates.get(other));
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
