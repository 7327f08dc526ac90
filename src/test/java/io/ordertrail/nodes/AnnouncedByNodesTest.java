package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;

/**
 * Two nodes announce stock changes, one of which is killed: every committed change is received, in order, and by one
 * stream only once.
 */
@Tag("nodes")
@Tag("nightly")
@OnMySql
class AnnouncedByNodesTest {

    private static final int CHANGES = Integer.getInteger("changes", 200);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Database database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_told");
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<Long> streamed = new CopyOnWriteArrayList<>();
    private volatile String lastStreamed;

    @Test
    void changes_while_a_node_dies_are_streamed_and_delivered_in_order() throws Exception {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            delivered.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(delivered.size() % 10 == 0 ? 500 : 204, -1);
            exchange.close();
        });
        receiver.start();
        try (var staying = new Node("told-staying", 8163, database, "--ordertrail.webhooks.allow-internal=true");
                var dying = new Node("told-dying", 8164, database, "--ordertrail.webhooks.allow-internal=true")) {
            staying.awaitReady();
            dying.awaitReady();
            database.awaitDemo();
            var sku = database.read("select sku from stock_item where site = 'VIE' order by sku limit 1")
                    .get(0);
            subscribe("http://127.0.0.1:" + receiver.getAddress().getPort() + "/", sku);
            var ear = listen(dying, staying, sku);
            await().atMost(PATIENCE).until(() -> lastStreamed != null);
            var first = Long.parseLong(lastStreamed);

            for (int change = 0; change < CHANGES; change++) {
                if (change == CHANGES / 2) {
                    dying.kill();
                }
                var answer = staying.post(
                        "demo-warehouse",
                        "/api/stock/movements",
                        "{\"sku\": \"" + sku + "\", \"site\": \"VIE\", \"quantity\": 1, \"kind\": \"RECEIPT\"}");
                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            }

            await().atMost(PATIENCE)
                    .until(() -> database.count("select count(*) from stock_movement where announced is null") == 0);
            var announced = database
                    .read("select number from stock_announcement where sku = '" + sku
                            + "' and site = 'VIE' and number > " + first + " order by number")
                    .stream()
                    .map(Long::valueOf)
                    .toList();
            assertThat(announced).isNotEmpty();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(streamed).containsExactlyElementsOf(announced));
            await().atMost(PATIENCE)
                    .until(() ->
                            database.count("select count(*) from webhook_delivery where state <> 'DELIVERED'") == 0);
            var numbers = numbers();
            assertThat(numbers.stream().distinct().toList()).as("all, in order").containsExactlyElementsOf(announced);
            assertThat(
                            database.count(
                                    "select count(*) from (select number from stock_announcement group by number having count(*) > 1) twice"))
                    .isZero();
            ear.interrupt();
            lastStreamed = null;
            new Thread(() -> read(staying, sku, null)).start();
            await().atMost(PATIENCE).until(() -> lastStreamed != null);

            var begun = Instant.now();
            staying.close();
            assertThat(Duration.between(begun, Instant.now()))
                    .as("an open stream does not delay the shutdown")
                    .isLessThan(Duration.ofSeconds(20));
        } finally {
            receiver.stop(0);
        }
    }

    private List<Long> numbers() throws IOException {
        var numbers = new ArrayList<Long>();
        for (var body : delivered) {
            numbers.add(new ObjectMapper()
                    .readTree(body)
                    .path("data")
                    .path("number")
                    .asLong());
        }
        return numbers;
    }

    /** Creates the webhook through the page, because only browsers may call it. */
    private void subscribe(String address, String sku) {
        database.write(
                "insert into webhook_endpoint (id, address, sku, site, state, secret, read_up_to, created_at, created_by) select 'told', '"
                        + address + "', '" + sku
                        + "', 'VIE', 'ENABLED', 'plain:whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', last_number, now(6), 'test'"
                        + " from stock_announcer");
    }

    /** Streams from one node while it runs, then from the other. */
    private Thread listen(Node first, Node then, String sku) {
        var ear = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                read(first.isAlive() ? first : then, sku, lastStreamed);
            }
        });
        ear.setDaemon(true);
        ear.start();
        return ear;
    }

    private void read(Node node, String sku, String after) {
        try (var lines = new BufferedReader(new InputStreamReader(
                node.stream("demo-system", "/api/stock/stream?site=VIE&sku=" + sku, after), StandardCharsets.UTF_8))) {
            String id = null;
            String name = null;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.isEmpty() && name != null) {
                    if (name.equals("level")) {
                        streamed.add(Long.valueOf(id));
                    }
                    lastStreamed = id;
                    name = null;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            Node.pause();
        }
    }
}
