package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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

/** What a browser is told to allow, on each kind of answer; and what it can be made to send by the page of somebody else. */
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
    void every_answer_closes_what_a_browser_leaves_open(String path) throws Exception {
        var answer = asked(get(path));
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
    void our_own_answers_run_no_script_without_the_nonce_of_the_request(String path) throws Exception {
        var policy = asked(get(path)).getHeader("Content-Security-Policy");
        if (!path.startsWith("/camunda")) {
            assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe-inline", "unsafe-eval");
        }
        assertThat(policy).contains("'nonce-").doesNotContain("*", "http:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/api/orders", "/no/such/page", "/camunda/app/tasklist/"})
    void behind_tls_and_there_alone_a_browser_is_told_to_stay_with_it(String path) throws Exception {
        assertThat(asked(get(path).secure(true)).getHeader("Strict-Transport-Security"))
                .contains("max-age=31536000", "includeSubDomains");
        assertThat(asked(get(path)).getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void htmx_evaluates_nothing_and_asks_nobody_else() throws Exception {
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
    void no_form_is_taken_without_the_token_of_its_page(String path) throws Exception {
        browser.perform(post(path).with(user("demo-sales").roles("sales")).accept(MediaType.TEXT_HTML))
                .andExpect(status().isForbidden());
        browser.perform(post(path).with(user("demo-sales").roles("sales")).header("HX-Request", "true"))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_engines_web_applications_take_no_call_without_their_token() {
        var sales = TasklistSession.signedIn(port, "demo-sales", "demo", "en");
        assertThat(sales.engine("POST", "/task/count", "{}").status()).isEqualTo(200);
        assertThat(sales.withoutToken().engine("POST", "/task/count", "{}").status())
                .isEqualTo(403);
    }

    /** A browser that knows a password for these calls sends it along, whichever page asks. */
    @ParameterizedTest
    @CsvSource({"cross-site,403", "same-site,403", "same-origin,400", ",400"})
    void the_page_of_somebody_else_cannot_use_a_password_that_the_browser_knows(String from, int status)
            throws Exception {
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

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder call) throws Exception {
        var path = call.buildRequest(null).getRequestURI();
        var program = path.startsWith("/api/") || path.startsWith("/engine-rest/");
        return browser.perform(call.accept(program ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
                        .with(user("demo-sales").roles("sales")))
                .andReturn()
                .getResponse();
    }
}
