package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Three times as many slow connections as requests that work at the same time. */
@PlatformTest
class SlowConnectionsTest {

    private static final int SLOW = 30;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String WHO =
            "Authorization: Basic " + Base64.getEncoder().encodeToString("demo-system:demo".getBytes()) + "\r\n";

    @LocalServerPort
    int port;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (var connection : slow) {
            connection.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 100000\r\n\r\nusername=a",
                "POST /api/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100000\r\n\r\n{",
                "POST /api/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nWHO"
                        + "Content-Length: 100000\r\n\r\n{",
                "POST /api/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nWHO"
                        + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
                "POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000000\r\n\r\nx",
            })
    void thirty_slow_connections_do_not_stop_the_rest(String start) throws Exception {
        for (var i = 0; i < SLOW; i++) {
            open(start.replace("WHO", WHO));
        }
        Thread.sleep(300);
        for (var i = 0; i < 3; i++) {
            for (var connection : slow) {
                connection.getOutputStream().write('a');
            }
            assertThat(status("/sign-in")).isEqualTo(200);
            assertThat(enter("{}")).isEqualTo(422);
        }
    }

    @Test
    void who_does_not_read_the_answers_does_not_stop_the_rest() throws Exception {
        for (var i = 0; i < SLOW; i++) {
            open("GET /swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n" + WHO + "\r\n");
        }
        for (var connection : slow) {
            assertThat(new String(connection.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 200");
        }
        assertThat(status("/sign-in")).isEqualTo(200);
        assertThat(enter("{}")).isEqualTo(422);
    }

    private void open(String start) throws IOException {
        var connection = new Socket();
        connection.setReceiveBufferSize(1024);
        connection.connect(new InetSocketAddress("127.0.0.1", port));
        connection.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
        slow.add(connection);
    }

    private int status(String path) throws Exception {
        return send(request(path));
    }

    private int enter(String order) throws Exception {
        return send(request("/api/orders")
                .header("Content-Type", "application/json")
                .header("Authorization", WHO.substring(WHO.indexOf(' ') + 1).strip())
                .POST(HttpRequest.BodyPublishers.ofString(order)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(SOON);
    }

    private static int send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
