package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.journey.TasklistSession;

/**
 * The limits that each kind of answer sets for a browser, and the requests that a page of another site can make a
 * browser send.
 */
@PlatformTest
class HeadersTest {

    @Autowired
    MockMvc browser;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/api/orders",
                "/no/such/page",
                "/camunda/app/cockpit/",
                "/camunda/app/tasklist/",
                "/v3/api-docs",
                "/engine-rest/engine",
                "/css/ordertrail.css"
            })
    void every_answer_has_the_security_headers(String path) throws Exception {
        var answer = answerTo(get(path));
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("object-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri");
        assertThat(answer.getHeaderNames()).doesNotContain("Server", "X-Powered-By");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/api/orders", "/no/such/page", "/camunda/app/cockpit/", "/sign-in"})
    void our_own_pages_run_no_script_without_the_nonce_of_the_request(String path) throws Exception {
        var policy = answerTo(get(path)).getHeader("Content-Security-Policy");
        if (!path.startsWith("/camunda")) {
            assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe-inline", "unsafe-eval");
        }
        assertThat(policy).contains("'nonce-").doesNotContain("*", "http:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/api/orders", "/no/such/page", "/camunda/app/tasklist/"})
    void only_answers_over_tls_tell_a_browser_to_keep_using_tls(String path) throws Exception {
        assertThat(answerTo(get(path).secure(true)).getHeader("Strict-Transport-Security"))
                .contains("max-age=31536000", "includeSubDomains");
        assertThat(answerTo(get(path)).getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void htmx_evaluates_nothing_and_calls_no_other_site() throws Exception {
        browser.perform(get("/orders").with(user("demo-sales").roles("sales")))
                .andExpect(content().string(Matchers.containsString("\"allowEval\":false,\"selfRequestsOnly\":true")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/new",
                "/orders/A-1/correct",
                "/orders/A-1/cancellation",
                "/products/new",
                "/customers/new",
                "/sign-in",
                "/sign-out"
            })
    void no_form_is_accepted_without_the_token_of_its_page(String path) throws Exception {
        browser.perform(post(path)
                        .with(user("demo-sales").roles("sales", "managers"))
                        .accept(MediaType.TEXT_HTML))
                .andExpect(status().isForbidden());
        browser.perform(post(path)
                        .with(user("demo-sales").roles("sales", "managers"))
                        .header("HX-Request", "true"))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_engines_web_applications_accept_no_call_without_their_token() {
        var sales = TasklistSession.signedIn(port, "demo-sales", "demo", "en");
        assertThat(sales.engine("POST", "/task/count", "{}").status()).isEqualTo(200);
        assertThat(sales.withoutToken().engine("POST", "/task/count", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void a_browser_stores_nothing_of_what_the_engine_answers() {
        var sales = TasklistSession.signedIn(port, "demo-sales", "demo", "en");
        for (var path : List.of("/engine/default/task", "/engine/default/task/count", "/engine")) {
            assertThat(sales.header("/camunda/api/engine" + path, "Cache-Control"))
                    .as(path)
                    .contains("no-store");
        }
        assertThat(sales.header("/camunda/app/tasklist/default/", "Cache-Control"))
                .contains("no-store");
    }

    @Test
    void a_sign_out_tells_the_browser_to_forget_what_it_has_stored() throws Exception {
        browser.perform(post("/sign-out")
                        .secure(true)
                        .with(user("demo-sales").roles("sales"))
                        .with(csrf()))
                .andExpect(header().string("Clear-Site-Data", "\"cache\""));
    }

    /** Browsers send a stored password with such calls, whichever page sends them. */
    @ParameterizedTest
    @CsvSource({"cross-site,403", "same-site,403", "same-origin,400", ",400"})
    void a_page_of_another_site_cannot_use_a_stored_password(String from, int status) throws Exception {
        var call = post("/api/orders")
                .with(httpBasic("demo-sales", "demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{");
        browser.perform(from == null ? call : call.header("Sec-Fetch-Site", from))
                .andExpect(status().is(status));
        if (status == 403) {
            browser.perform(multipart("/engine-rest/deployment/create")
                            .with(httpBasic("demo-admin", "demo"))
                            .header("Sec-Fetch-Site", from))
                    .andExpect(status().isForbidden());
        }
    }

    private MockHttpServletResponse answerTo(MockHttpServletRequestBuilder call) throws Exception {
        var path = call.buildRequest(null).getRequestURI();
        var program = path.startsWith("/api/") || path.startsWith("/engine-rest/");
        return browser.perform(call.accept(program ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
                        .with(user("demo-sales").roles("sales")))
                .andReturn()
                .getResponse();
    }
}
