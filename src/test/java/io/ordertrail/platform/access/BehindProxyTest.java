package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Forwarded headers count only if they come from a proxy in a private network. */
class BehindProxyTest {

    private static final Map<String, String> FORWARDED =
            Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Port", "443", "X-Forwarded-For", "203.0.113.7");

    private static HttpResponse<String> get(int port, Map<String, String> headers, String... cookies) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders"))
                .header("Accept", "text/html");
        headers.forEach(request::header);
        for (var cookie : cookies) {
            request.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String sessionOf(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("ORDERTRAIL_SESSION="))
                .findFirst()
                .orElse("none");
    }

    @Nested
    @EmptyPlatformTest
    class ByAProxyOnAPrivateAddress {

        @LocalServerPort
        int port;

        @Test
        void tls_at_the_proxy_is_tls() throws Exception {
            var answer = get(port, FORWARDED);
            assertThat(answer.headers().firstValue("Location")).hasValue("https://127.0.0.1/sign-in");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(sessionOf(answer))
                    .startsWith("__Host-ORDERTRAIL_SESSION=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                    .doesNotContainIgnoringCase("domain");
        }

        @Test
        void a_session_is_recognized_by_the_cookie_that_only_this_host_can_set() throws Exception {
            var cookie = sessionOf(get(port, FORWARDED)).split(";")[0];
            assertThat(sessionOf(get(port, FORWARDED, cookie))).isEqualTo("none");
            assertThat(sessionOf(get(port, FORWARDED, cookie + "; ORDERTRAIL_SESSION=planted")))
                    .isEqualTo("none");
            assertThat(sessionOf(get(port, FORWARDED, "ORDERTRAIL_SESSION=planted", cookie)))
                    .isEqualTo("none");
            assertThat(sessionOf(get(port, FORWARDED, cookie.replace(HostCookie.PREFIX, ""))))
                    .startsWith(HostCookie.PREFIX);
        }

        @Test
        void without_tls_the_cookie_has_a_name_that_browsers_accept_without_tls() throws Exception {
            var answer = get(port, Map.of());
            assertThat(sessionOf(answer))
                    .startsWith("ORDERTRAIL_SESSION=")
                    .contains("SameSite=Lax")
                    .doesNotContain("Secure");
            assertThat(sessionOf(
                            get(port, Map.of(), sessionOf(answer).split(";")[0], "__Host-ORDERTRAIL_SESSION=other")))
                    .isEqualTo("none");
            assertThat(answer.headers().firstValue("Location")).hasValue("http://127.0.0.1:" + port + "/sign-in");
        }
    }

    @Nested
    @Tag("nightly")
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "server.forward-headers-strategy=native",
                "ordertrail.demo=false",
                "server.tomcat.remoteip.internal-proxies=10\\..*",
                "camunda.bpm.generate-unique-process-engine-name=true"
            })
    @AutoConfigureMockMvc
    @ActiveProfiles("test")
    class ByAnybodyElse {

        @LocalServerPort
        int port;

        @Test
        void forwarded_headers_from_other_senders_change_nothing() throws Exception {
            var answer = get(port, FORWARDED);
            assertThat(answer.headers().firstValue("Location")).hasValue("http://127.0.0.1:" + port + "/sign-in");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(sessionOf(answer)).startsWith("ORDERTRAIL_SESSION=").doesNotContain("Secure");
        }
    }
}
