package io.ordertrail.externalstock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.external.ExternalStockSystem.Outcome;
import io.ordertrail.stock.external.StockedQuantity;

/** How answers of an external stock system are handled, malformed ones included. */
class HttpExternalStockSystemTest {

    private static final OrderNumber ORDER = OrderNumber.of("2222-2222").orElseThrow();
    private static final String KEY = ORDER + "-1";
    private static final List<StockedQuantity> GOODS = List.of(new StockedQuantity("LAMP", "VIE", 2));

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private HttpServer server;
    private HttpExternalStockSystem stock;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        var settings = new ExternalStockSettings(
                true,
                "http://127.0.0.1:" + server.getAddress().getPort() + "/a",
                "secret",
                Duration.ofSeconds(1),
                Duration.ofMillis(2500));
        stock = new HttpExternalStockSystem(new ExternalStockCircuit(settings, clock()), new ObjectMapper());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_reservation_is_put_under_its_key_with_order_and_lines() {
        var seen = new AtomicReference<String>();
        answering(call -> {
            seen.set(call.getRequestMethod() + " " + call.getRequestURI() + " "
                    + call.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(call.getRequestBody().readAllBytes(), UTF_8));
            send(call, 201, "{\"state\":\"reserved\",\"more\":[1]}");
        });
        assertThat(stock.reserve(KEY, ORDER, GOODS).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(seen.get())
                .isEqualTo(
                        "PUT /a/reservations/" + KEY
                                + " Bearer secret {\"order\":\"2222-2222\",\"lines\":[{\"sku\":\"LAMP\",\"site\":\"VIE\",\"quantity\":2}]}");
    }

    @Test
    void a_refusal_names_missing_units() {
        answering(
                call -> send(
                        call,
                        409,
                        "{\"state\":\"refused\",\"missing\":[{\"sku\":\"LAMP\",\"site\":\"VIE\",\"quantity\":1,\"since\":\"x\"}]}"));
        var reply = stock.reserve(KEY, ORDER, GOODS);
        assertThat(reply.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(reply.missing()).containsExactly(new StockedQuantity("LAMP", "VIE", 1));
    }

    @Test
    void a_key_that_was_released_there_is_neither_reserved_nor_refused() {
        answering(call -> send(call, 410, "{\"state\":\"released\"}"));
        assertThat(stock.reserve(KEY, ORDER, GOODS).outcome()).isEqualTo(Outcome.RELEASED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>",
                "{}",
                "{\"missing\":[]}",
                "{\"missing\":[{\"sku\":\"LAMP\",\"site\":\"VIE\"}]}"
            })
    void a_refusal_that_names_no_missing_units_is_a_failure(String body) {
        answering(call -> send(call, 409, body));
        assertThatThrownBy(() -> stock.reserve(KEY, ORDER, GOODS)).isInstanceOf(ExternalStockFailure.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 302, 400, 401, 404, 422, 429, 500, 503})
    void any_other_answer_leaves_the_result_unknown(int status) {
        answering(call -> send(call, status, "{\"state\":\"reserved\"}"));
        assertThatThrownBy(() -> stock.reserve(KEY, ORDER, GOODS))
                .isInstanceOf(ExternalStockFailure.class)
                .hasMessageContaining(KEY)
                .hasMessageEndingWith("answers " + status);
    }

    @ParameterizedTest
    @CsvSource({"released, true", "refused, true", "shipped, true", "reserved, false", "unknown, false"})
    void a_release_succeeds_when_the_key_is_in_a_final_state(String state, boolean done) {
        answering(call ->
                send(call, call.getRequestMethod().equals("DELETE") ? 204 : 200, "{\"state\":\"" + state + "\"}"));
        if (done) {
            stock.release(KEY);
        } else {
            assertThatThrownBy(() -> stock.release(KEY)).isInstanceOf(ExternalStockFailure.class);
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void a_system_that_forgets_released_keys_is_detected() {
        answering(call -> send(call, call.getRequestMethod().equals("DELETE") ? 204 : 404, "{}"));
        assertThatThrownBy(() -> stock.release(KEY))
                .isInstanceOf(ExternalStockFailure.class)
                .hasMessageContaining("After its release");
    }

    @Test
    void an_answer_that_begins_and_does_not_end_runs_into_the_time_limit() {
        answering(call -> {
            call.sendResponseHeaders(201, 1000);
            call.getResponseBody().write('{');
            call.getResponseBody().flush();
        });
        var begun = System.nanoTime();
        assertThatThrownBy(() -> stock.reserve(KEY, ORDER, GOODS))
                .isInstanceOf(ExternalStockFailure.class)
                .hasMessageContaining("within 2500 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void after_three_failed_calls_the_circuit_opens_for_a_moment() {
        answering(HttpExchange::close);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> stock.reserve(KEY, ORDER, GOODS)).isInstanceOf(ExternalStockFailure.class);
        }
        assertThat(calls).hasValue(3);

        now.updateAndGet(time -> time.plusSeconds(3));
        server.removeContext("/");
        answering(call -> send(call, 200, "{\"state\":\"reserved\"}"));
        assertThat(stock.reserve(KEY, ORDER, GOODS).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void the_text_of_the_settings_does_not_contain_the_token() {
        assertThat(new ExternalStockSettings(true, "http://stock", "secret", Duration.ZERO, Duration.ZERO).toString())
                .doesNotContain("secret");
    }

    private void answering(HttpHandler answer) {
        server.createContext("/", call -> {
            calls.incrementAndGet();
            answer.handle(call);
        });
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        var bytes = status == 204 ? new byte[0] : body.getBytes(UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
