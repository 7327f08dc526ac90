package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that need a real server: the engine's REST API and web applications are servlets of their own. */
@PlatformTest
class OverTheWireTest {

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({"demo-admin,200", "demo-sales,403", "demo-manager,403", "demo-owner,403", "demo-system,403", ",401"})
    void the_engines_rest_api_is_for_administrators_alone(String name, int status) throws Exception {
        var call = request("/engine-rest/engine");
        if (name != null) {
            call.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((name + ":demo").getBytes()));
        }
        assertThat(send(call).statusCode()).isEqualTo(status);
    }

    @Test
    void not_even_an_administrator_starts_an_instance_by_the_engines_rest_api() throws Exception {
        var call = request("/engine-rest/process-definition/key/orderFulfilment/start")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("demo-admin:demo".getBytes()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"businessKey\":\"A-1\"}"));
        assertThat(send(call).statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void a_page_loads_only_scripts_with_the_nonce_of_its_request() throws Exception {
        var first = policy("/sign-in");
        assertThat(first)
                .contains(
                        "default-src 'none'",
                        "script-src 'self' 'nonce-",
                        "frame-ancestors 'none'",
                        "object-src 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(policy("/sign-in")).isNotEqualTo(first);
    }

    @Test
    void the_facts_of_a_task_may_be_framed_by_our_own_pages_only() throws Exception {
        assertThat(policy("/tasks/1/facts")).contains("frame-ancestors 'self'");
        assertThat(policy("/tasks/1/other")).contains("frame-ancestors 'none'");
    }

    @Test
    void the_engines_web_applications_keep_their_looser_policy_and_are_never_framed() throws Exception {
        assertThat(policy("/camunda/app/tasklist/"))
                .contains("'strict-dynamic' 'unsafe-eval'", "frame-ancestors 'none'");
    }

    @Test
    void answers_have_the_security_headers() throws Exception {
        var headers = send(request("/sign-in")).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(headers.firstValue("Set-Cookie"))
                .hasValueSatisfying(value ->
                        assertThat(value).startsWith("ORDERTRAIL_SESSION=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void a_body_over_one_megabyte_is_refused_with_a_sentence() throws Exception {
        var answer = send(request("/api/orders").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1_100_000])));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("1 MB");
    }

    /** Tomcat answers these by itself, before any filter of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /orders?a=<b> HTTP/1.1",
                "GET /orders%zz HTTP/1.1",
                "GET /orders%00 HTTP/1.1",
                "TRACE /orders HTTP/1.1",
                "GET /orders;a=b HTTP/1.1",
                "GET //orders HTTP/1.1",
                "GET /orders/../../x HTTP/1.1",
                "GET /camunda/app/tasklist/../../..%2f HTTP/1.1",
                "BREW /orders HTTP/1.1",
                "GET /no/such/page HTTP/1.1"
            })
    void every_page_of_the_server_itself_has_the_security_headers_and_tells_nothing_about_it(String line)
            throws Exception {
        var answer = raw(line);
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains(
                        "x-content-type-options: nosniff",
                        "x-frame-options: deny",
                        "referrer-policy: same-origin",
                        "permissions-policy: camera=()",
                        "content-security-policy: default-src 'none'")
                .doesNotContain("tomcat", "exception", "\tat ");
    }

    private String raw(String line) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String policy(String path) throws Exception {
        return send(request(path))
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("none");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder call) throws Exception {
        return http.send(call.build(), HttpResponse.BodyHandlers.ofString());
    }
}
