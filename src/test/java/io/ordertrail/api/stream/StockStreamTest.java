package io.ordertrail.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.TasklistSession;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.stock.announcement.Announcements;

/** Tests the stock stream over HTTP while stock changes, with all background work running as in production. */
@PlatformTest
class StockStreamTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MOST = PlatformTest.MOST_STREAMS;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Announcements announcements;

    @Autowired
    StockStreams streams;

    @Autowired
    MeterRegistry registry;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private Subscriber reader;
    private long lastNumber;

    /** A parsed event. */
    record Event(String id, String name, JsonNode data) {}

    @BeforeEach
    @AfterEach
    void closeAllConnections() {
        subscribers.forEach(Subscriber::close);
        streams.endAll();
        await().until(() -> streams.connections() == 0);
    }

    @Test
    void a_change_is_received_within_two_seconds_of_its_commit() throws Exception {
        var lamp = company.product(7);
        settled();
        var subscriber = api("/api/stock/stream?sku=" + lamp, null);
        assertThat(subscriber.next().name()).isEqualTo("ready");

        var delays = new ArrayList<Duration>();
        for (int reserved = 1; reserved <= 5; reserved++) {
            enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(lamp, 1)));
            var committed = System.nanoTime();
            var event = subscriber.next();
            delays.add(Duration.ofNanos(System.nanoTime() - committed));
            assertThat(event.name()).isEqualTo("level");
            assertThat(event.id()).isEqualTo(event.data().path("number").asText());
            assertThat(event.data())
                    .isEqualTo(new ObjectMapper().readTree("""
          {"number": %s, "sku": "%s", "site": "VIE", "onHand": 7, "reserved": %d, "available": %d}""".formatted(event.id(), lamp, reserved, 7 - reserved)));
        }
        System.out.println("Received after " + delays);
        assertThat(delays.stream().sorted().toList().get(2))
                .as("the median, because the machine can be busy")
                .isLessThan(SOON);
    }

    @Test
    void a_page_connects_with_its_session_cookie() throws Exception {
        var lamp = company.product(7);
        settled();
        var answer = TasklistSession.signedIn(port, "demo-sales", "demo", "en").stream("/stock/stream?sku=" + lamp);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        var subscriber = subscriber(answer);
        assertThat(subscriber.next().name()).isEqualTo("ready");
        company.receive(lamp, "VIE", 1);
        assertThat(subscriber.next().data().path("available").asInt()).isEqualTo(8);
    }

    @Test
    void only_matching_changes_are_received() throws Exception {
        var lamp = company.product(1);
        var cup = company.product(1);
        settled();
        var ofLamp = api("/api/stock/stream?sku=" + lamp + "&site=VIE", null);
        var ofVienna = api("/api/stock/stream?site=VIE", null);
        ofLamp.next();
        ofVienna.next();
        company.receive(cup, "VIE", 1);
        assertThat(ofVienna.next().data().path("sku").asText()).isEqualTo(cup);
        company.receive(lamp, "VIE", 1);
        assertThat(ofLamp.next().data().path("sku").asText()).isEqualTo(lamp);
    }

    @Test
    void a_client_that_reconnects_misses_nothing_and_receives_nothing_twice() throws Exception {
        var lamp = company.product(0);
        settled();
        var subscriber = api("/api/stock/stream?sku=" + lamp, null);
        var last = subscriber.next().id();
        var received = new ArrayList<Integer>();
        for (int round = 0; round < 5; round++) {
            subscriber.close();
            company.receive(lamp, "VIE", 1);
            settled();
            company.receive(lamp, "VIE", 1);
            subscriber = api("/api/stock/stream?sku=" + lamp, last);
            for (int i = 0; i < 2; i++) {
                var event = subscriber.next();
                received.add(event.data().path("available").asInt());
                last = event.id();
            }
        }
        assertThat(received).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "abc",
                "99999999999999999999999999",
                "999999999999999999",
                "1e3",
                " ",
                "' or 1=1 --",
                "0x1F"
            })
    void an_invalid_last_event_id_causes_a_reset(String lastEventId) throws Exception {
        var lamp = company.product(1);
        settled();
        var subscriber = api("/api/stock/stream?sku=" + lamp, lastEventId);
        var event = subscriber.next();
        assertThat(event.name()).isEqualTo("reset");
        assertThat(event.id()).isEqualTo(String.valueOf(announcements.lastNumber()));
        company.receive(lamp, "VIE", 1);
        assertThat(subscriber.next().data().path("available").asInt())
                .as("and receives later changes")
                .isEqualTo(2);
    }

    @Test
    void a_client_that_missed_too_many_events_gets_a_reset() throws Exception {
        settled();
        announce(StockStreams.MAX_RECENT + 10);
        var oldest = announcements.lastNumber() - StockStreams.MAX_RECENT;
        settled();

        assertThat(api("/api/stock/stream", String.valueOf(oldest - 1)).next().name())
                .isEqualTo("reset");
        assertThat(api("/api/stock/stream", String.valueOf(announcements.lastNumber() - 1))
                        .next()
                        .name())
                .isEqualTo("level");
        var all = api("/api/stock/stream", String.valueOf(oldest));
        for (var number = oldest + 1; number <= oldest + StockStreams.MAX_RECENT; number++) {
            assertThat(all.next().id()).isEqualTo(String.valueOf(number));
        }
    }

    @Test
    void a_slow_client_does_not_delay_others() throws Exception {
        settled();
        var slowClient = new Socket();
        slowClient.setReceiveBufferSize(4096);
        slowClient.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        slowClient
                .getOutputStream()
                .write(("GET /api/stock/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + basic("demo-system")
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        await().until(() -> streams.connections() == 1);
        reader = api("/api/stock/stream", null);
        lastNumber = Long.parseLong(reader.next().id());

        for (int chunk = 0; chunk < 80 && streams.connections() > 1; chunk++) {
            announce(1000);
            receiveAll();
        }
        announce(1);
        receiveAll();
        assertThat(streams.connections())
                .as("the slow client is disconnected and the other one still receives events")
                .isEqualTo(1);
        slowClient.close();
    }

    private void receiveAll() throws Exception {
        settled();
        while (lastNumber < announcements.lastNumber()) {
            var event = reader.next();
            if (event == Subscriber.END) {
                reader = api("/api/stock/stream", String.valueOf(lastNumber));
            } else {
                assertThat(event.id()).isEqualTo(String.valueOf(++lastNumber));
            }
        }
    }

    @Test
    void connections_beyond_the_limit_are_refused_until_another_one_ends() throws Exception {
        for (int i = 0; i < MOST; i++) {
            assertThat(open(i % 2 == 0 ? "demo-system" : "demo-sales").next().name())
                    .isEqualTo("ready");
        }
        assertThat(registry.get("ordertrail.stream.connections").gauge().value())
                .isEqualTo(MOST);
        var refused = send("/api/stock/stream", "GET");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("urn:ordertrail:problem:streams-full");

        subscribers.get(0).close();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            streams.heartbeat();
            return streams.connections() < MOST;
        });
        assertThat(api("/api/stock/stream", null).next().name()).isEqualTo("ready");
    }

    @Test
    void one_person_or_program_has_so_many_connections_and_the_others_get_theirs() throws Exception {
        for (int i = 0; i < PlatformTest.MOST_STREAMS_EACH; i++) {
            open("demo-system").next();
        }
        var refused = send("/api/stock/stream", "GET");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("urn:ordertrail:problem:too-many-streams");
        assertThat(open("demo-sales").next().name()).isEqualTo("ready");
    }

    @ParameterizedTest
    @CsvSource({",50", "PT2M,50", "PT20S,20", "PT-5S,1"})
    void a_connection_ends_when_the_rights_of_its_reader_have_to_be_checked_again(Duration trusted, int seconds) {
        var now = Instant.parse("2026-11-28T08:00:00Z");
        assertThat(StockStreams.duration(Optional.ofNullable(trusted).map(now::plus), now))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void connections_end_when_the_application_stops() throws Exception {
        var subscriber = api("/api/stock/stream", null);
        subscriber.next();
        streams.endAll();
        assertThat(subscriber.ended()).isTrue();
    }

    @Test
    void a_heartbeat_keeps_the_connection_open() throws Exception {
        var subscriber = api("/api/stock/stream", null);
        subscriber.next();
        streams.heartbeat();
        assertThat(subscriber.comment()).isEqualTo(":");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/stock/stream?sku=NO-SUCH,404",
        "/api/stock/stream?site=NOWHERE,404",
        "/stock/stream?sku=NO-SUCH,401",
        "/api/stock/stream?sku=1234567890123456789012345678901234567890123,422",
        "/api/stock/stream?sku=%00,422"
    })
    void an_unknown_product_or_site_is_refused(String path, int status) throws Exception {
        assertThat(send(path, "GET").statusCode()).isEqualTo(status);
    }

    @Test
    void a_head_request_opens_no_connection() throws Exception {
        assertThat(send("/api/stock/stream", "HEAD").statusCode()).isEqualTo(200);
        assertThat(streams.connections()).isZero();
    }

    /** Inserts many announcements at once, as the announcer would. */
    private void announce(int many) {
        var lamp = "T-MANY";
        transaction.executeWithoutResult(status -> {
            var last = database.queryForObject(
                    "select last_number from stock_announcer where id = 1 for update", Long.class);
            database.batchUpdate(
                    "insert into stock_announcement (number, sku, site, on_hand, reserved, at) values (?, ?, 'VIE', 1, 0, '2026-01-01 00:00:00')",
                    LongStream.rangeClosed(last + 1, last + many)
                            .mapToObj(number -> new Object[] {number, lamp})
                            .toList());
            database.update("update stock_announcer set last_number = ?", last + many);
        });
    }

    private void settled() {
        await().until(() ->
                database.queryForObject("select count(*) from stock_movement where announced is null", Long.class)
                        == 0);
        await().until(() -> streams.position() == announcements.lastNumber());
    }

    private Subscriber open(String name) throws Exception {
        var request = request("/api/stock/stream", "GET").setHeader("Authorization", basic(name));
        return subscriber(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private Subscriber api(String path, String lastEventId) throws Exception {
        var request = request(path, "GET").header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return subscriber(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private HttpResponse<String> send(String path, String method) throws Exception {
        var request = path.startsWith("/api")
                ? request(path, method)
                : HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String method) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", basic("demo-system"))
                .method(method, HttpRequest.BodyPublishers.noBody());
    }

    private static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":demo").getBytes(StandardCharsets.UTF_8));
    }

    private Subscriber subscriber(HttpResponse<InputStream> answer) {
        var subscriber = new Subscriber(answer);
        subscribers.add(subscriber);
        return subscriber;
    }

    /** Reads a stream in its own thread. */
    private static final class Subscriber {

        private static final Event END = new Event(null, "end", null);

        private final InputStream body;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();

        private Subscriber(HttpResponse<InputStream> answer) {
            body = answer.body();
            var thread = new Thread(this::readEvents);
            thread.setDaemon(true);
            thread.start();
        }

        Event next() throws InterruptedException {
            return next(Duration.ofSeconds(30));
        }

        Event next(Duration patience) throws InterruptedException {
            var event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(event).as("an event within %s", patience).isNotNull();
            return event;
        }

        boolean ended() throws InterruptedException {
            return next() == END;
        }

        String comment() throws InterruptedException {
            return comments.poll(10, TimeUnit.SECONDS);
        }

        private void readEvents() {
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                String id = null;
                String name = null;
                String data = null;
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(":")) {
                        comments.add(line);
                    } else if (line.isEmpty() && name != null) {
                        events.add(new Event(id, name, new ObjectMapper().readTree(data)));
                        name = null;
                    } else if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        data = line.substring(6);
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                // the test closed the stream
            }
            events.add(END);
        }

        void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
