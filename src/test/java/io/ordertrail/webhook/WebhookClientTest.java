package io.ordertrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ordertrail.webhook.DeliveryOutcome.Problem;

/** Which address a message is sent to, and how long the client waits. */
class WebhookClientTest {

    private static final WebhookSettings BY_DEFAULT = new WebhookSettings(false, "");
    private static final WebhookSettings INTERNAL_TOO = new WebhookSettings(true, "");
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "127.1",
                "2130706433",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "169.254.169.254"
            })
    void by_default_nothing_is_sent_to_an_internal_address(String host) throws Exception {
        try (var receiver = new Receiver("0.0.0.0", 0)) {
            var outcome = client(BY_DEFAULT, SystemDefaultDnsResolver.INSTANCE)
                    .post("http://" + host + ":" + receiver.port() + "/", Map.of(), "{}");
            assertThat(outcome.problem()).isEqualTo(Problem.INTERNAL);
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void a_host_name_that_resolves_to_an_internal_address_is_refused_at_each_delivery() throws Exception {
        try (var receiver = new Receiver()) {
            var names = new Rebinding("93.184.215.14", "127.0.0.1");
            names.resolve("hooks.example.com"); // public at the first query
            var client = client(BY_DEFAULT, names);
            for (int i = 0; i < 2; i++) {
                assertThat(client.post("http://hooks.example.com:" + receiver.port() + "/", Map.of(), "{}")
                                .problem())
                        .isEqualTo(Problem.INTERNAL);
            }
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void the_connection_uses_the_address_that_was_checked_and_the_name_is_resolved_once() throws Exception {
        try (var checked = new Receiver("127.0.0.1", 0);
                var later = new Receiver("127.0.0.2", checked.port())) {
            var names = new Rebinding("127.0.0.1", "127.0.0.2");
            assertThat(client(INTERNAL_TOO, names)
                            .post("http://hooks.example.com:" + checked.port() + "/", Map.of(), "{}")
                            .delivered())
                    .isTrue();
            assertThat(checked.requests).hasSize(1);
            assertThat(checked.requests.get(0).host()).isEqualTo("hooks.example.com:" + checked.port());
            assertThat(later.requests).isEmpty();
            assertThat(names.asked).hasValue(1);
            client(INTERNAL_TOO, names).post("http://hooks.example.com:" + checked.port() + "/", Map.of(), "{}");
            assertThat(later.requests)
                    .as("the next message resolves the name again")
                    .hasSize(1);
        }
    }

    @Test
    void a_response_that_never_ends_is_cut_off_in_time() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            new Thread(() -> drip(server, "HTTP/1.1 200 OK")).start();
            var begun = System.nanoTime();
            var outcome = client(INTERNAL_TOO, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(2))
                    .post("http://127.0.0.1:" + server.getLocalPort() + "/", Map.of(), "{}");
            assertThat(outcome).isEqualTo(DeliveryOutcome.failed(Problem.TIMEOUT));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
        }
    }

    @Test
    void a_body_that_never_ends_is_not_read() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            new Thread(() -> drip(server, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "x".repeat(1000)))
                    .start();
            var begun = System.nanoTime();
            var outcome = client(INTERNAL_TOO, SystemDefaultDnsResolver.INSTANCE)
                    .post("http://127.0.0.1:" + server.getLocalPort() + "/", Map.of(), "{}");
            assertThat(outcome).isEqualTo(DeliveryOutcome.answered(200));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void each_kind_of_failure_has_its_problem() throws Exception {
        int closed;
        try (var server = new ServerSocket(0)) {
            closed = server.getLocalPort();
        }
        var client = client(INTERNAL_TOO, SystemDefaultDnsResolver.INSTANCE);
        assertThat(client.post("http://127.0.0.1:" + closed + "/", Map.of(), "{}")
                        .problem())
                .isEqualTo(Problem.CONNECTION);
        assertThat(client.post("http://no-such-name.invalid/", Map.of(), "{}").problem())
                .isEqualTo(Problem.UNKNOWN_HOST);
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            new Thread(() -> drip(server, "HTTP/1.1 400 no TLS here\r\n", "\r\n")).start();
            assertThat(client.post("https://127.0.0.1:" + server.getLocalPort() + "/", Map.of(), "{}")
                            .problem())
                    .isEqualTo(Problem.TLS);
        }
    }

    private static void drip(ServerSocket server, String first, String then) {
        try (var connection = server.accept()) {
            connection.getOutputStream().write(first.getBytes());
            connection.getOutputStream().write(then.getBytes());
            connection.getOutputStream().flush();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // cut off
        }
    }

    /** Sends one character after the other without end. */
    private static void drip(ServerSocket server, String line) {
        try (var connection = server.accept()) {
            for (int i = 0; ; i = (i + 1) % line.length()) {
                connection.getOutputStream().write(line.charAt(i));
                connection.getOutputStream().flush();
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException e) {
            // cut off
        }
    }

    private static WebhookClient client(WebhookSettings settings, DnsResolver names) {
        return client(settings, names, TIME_LIMIT);
    }

    private static WebhookClient client(WebhookSettings settings, DnsResolver names, Duration longest) {
        return new WebhookClient(settings, names, longest);
    }

    /** A name that resolves to one address at first and to another one from then on. */
    private static final class Rebinding implements DnsResolver {

        private final String first;
        private final String then;
        private final AtomicInteger asked = new AtomicInteger();

        private Rebinding(String first, String then) {
            this.first = first;
            this.then = then;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? first : then)};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
