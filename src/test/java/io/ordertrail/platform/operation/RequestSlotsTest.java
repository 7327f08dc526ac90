package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A server that lets two requests work at once, and three more wait for their bodies. */
class RequestSlotsTest {

    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final List<Socket> connections = new ArrayList<>();
    private WebServer server;

    @BeforeEach
    void start() {
        var factory = new TomcatServletWebServerFactory(0);
        factory.addEngineValves(new RequestSlots(2, 3, Duration.ofSeconds(2)));
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("connectionTimeout", String.valueOf(SILENCE.toMillis())));
        server = factory.getWebServer(context -> {
            context.addServlet("work", new Work()).addMapping("/read", "/refuse", "/slow", "/bytes", "/text", "/flush");
            context.addFilter("answers", new AnswersWithoutSlot()).addMappingForUrlPatterns(null, true, "/*");
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
        server.stop();
    }

    private final class Work extends HttpServlet {

        private final AtomicInteger now = new AtomicInteger();

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getServletPath()) {
                case "/read" ->
                    response.getWriter()
                            .print("read " + request.getInputStream().readAllBytes().length);
                case "/slow" -> pause(response);
                case "/flush" -> response.flushBuffer();
                case "/bytes" -> response.getOutputStream().write(new byte[20_000_000]);
                case "/text" -> response.getWriter().write("long ".repeat(4_000_000));
                default -> response.sendError(401);
            }
        }

        private void pause(HttpServletResponse response) throws IOException {
            mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            response.getWriter().print("done");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx",
                "POST /read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nx",
                "POST /refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx",
            })
    void more_slow_senders_than_places_stop_nobody(String start) throws IOException {
        for (var i = 0; i < 10; i++) {
            send(start);
        }
        assertThat(answer(send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"))).contains("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bytes", "/text"})
    void who_does_not_read_the_answer_stops_nobody(String path) throws IOException {
        for (var i = 0; i < 10; i++) {
            send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        var start = System.nanoTime();
        assertThat(answer(send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"))).contains("200");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SILENCE);
    }

    @Test
    void a_body_that_arrives_in_time_is_read() throws Exception {
        var sender = send("POST /read HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\na");
        for (var rest : List.of("b", "c")) {
            Thread.sleep(100);
            sender.getOutputStream().write(rest.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(text(sender)).contains("200", "read 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/read", "/refuse"})
    void a_body_that_comes_too_slowly_is_given_up_though_it_never_pauses_for_long(String path) throws Exception {
        var sender = send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\na");
        assertThatThrownBy(() -> {
                    for (var i = 0; i < 100; i++) {
                        Thread.sleep(100);
                        sender.getOutputStream().write('a');
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_sender_of_a_body_that_nobody_wants_gets_the_answer_and_goes_on() throws Exception {
        var sender = send("POST /refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
        sender.getOutputStream().write(new byte[100_000]);
        sender.getOutputStream()
                .write("GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text(sender)).contains("401", "200", "done");
    }

    @Test
    void no_more_work_at_once_than_have_a_place() throws IOException {
        for (var i = 0; i < 5; i++) {
            assertThat(answer(send("GET /flush HTTP/1.1\r\nHost: a\r\n\r\n"))).contains("200");
        }
        for (var i = 0; i < 10; i++) {
            send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        for (var connection : connections.subList(5, connections.size())) {
            assertThat(answer(connection)).contains("200");
        }
        assertThat(mostAtOnce).hasValue(2);
    }

    private Socket send(String start) throws IOException {
        var connection = new Socket("127.0.0.1", server.getPort());
        connection.setSoTimeout(20_000);
        connections.add(connection);
        connection.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
        return connection;
    }

    private static String answer(Socket connection) throws IOException {
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
    }

    /** Reads until the server ends the connection. */
    private static String text(Socket connection) throws IOException {
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
