package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class CallLimitsTest {

    @Autowired
    MockMvc browser;

    @Autowired
    CallLimitSettings shipped;

    @Autowired
    Refusals refusals;

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_calls_the_api_too_often_has_to_wait_and_nobody_else_has() throws Exception {
        RequestBuilder flood = post("/api/orders").with(user("flood").roles(Role.SHIPPING.group()));
        untilRefused(flood, shipped.calls())
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:too-many-calls"))
                .andExpect(jsonPath("$.title").value("Too many requests"));
        browser.perform(post("/api/orders").with(user("patient").roles(Role.SHIPPING.group())))
                .andExpect(status().isForbidden());
    }

    @Test
    void who_searches_too_often_sees_a_page_that_says_so_in_their_language() throws Exception {
        RequestBuilder flood = get("/customers")
                .queryParam("q", "lamp")
                .header("Accept-Language", "zh-TW")
                .accept(MediaType.TEXT_HTML)
                .with(user("seeker").roles(Role.WAREHOUSE.group()));
        untilRefused(flood, shipped.searches())
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "1"));
        browser.perform(get("/sites").with(user("seeker").roles(Role.WAREHOUSE.group())))
                .andExpect(status().isOk());
    }

    @Test
    void a_page_tells_a_person_how_long_to_wait() throws Exception {
        browser.perform(get("/error")
                        .accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", "zh-TW")
                        .requestAttr("jakarta.servlet.error.status_code", 429)
                        .requestAttr("wait", 7L))
                .andExpect(content().string(Matchers.containsString("請於 7 秒後再試")));
    }

    @Test
    void a_program_may_call_more_often_than_a_person() throws Exception {
        var limits = new CallLimits(new CallLimitSettings(2, 1, 4, 3), refusals);
        assertThat(answered(limits, "/api/orders", Role.SALES)).isEqualTo(2);
        assertThat(answered(limits, "/api/orders", Role.SYSTEMS)).isEqualTo(4);
        assertThat(answered(limits, "/api/orders?q=lamp", Role.MANAGERS)).isEqualTo(1);
    }

    @Test
    void calls_of_the_engine_count_and_plain_pages_do_not() throws Exception {
        var limits = new CallLimits(new CallLimitSettings(2, 1, 4, 3), refusals);
        assertThat(answered(limits, "/engine-rest/task", Role.CAMUNDA_ADMIN)).isEqualTo(2);
        assertThat(answered(limits, "/camunda/api/engine/engine/default/task", Role.SALES))
                .isEqualTo(2);
        assertThat(answered(limits, "/orders", Role.MANAGERS)).isEqualTo(15);
    }

    @Test
    void nobody_tries_out_their_own_password_in_admin() throws Exception {
        var limits = new CallLimits(new CallLimitSettings(100, 100, 100, 100), refusals);
        assertThat(answered(limits, "/camunda/api/engine/engine/default/user/ada/credentials", Role.CAMUNDA_ADMIN))
                .isEqualTo(10);
        assertThat(answered(limits, "/engine-rest/user/ada/credentials", Role.CAMUNDA_ADMIN))
                .isZero();
    }

    @Test
    void an_address_that_is_written_in_another_way_counts_as_well() throws Exception {
        var limits = new CallLimits(new CallLimitSettings(2, 1, 4, 3), refusals);
        assertThat(answered(limits, "/api/orders", Role.SALES)).isEqualTo(2);
        assertThat(answered(limits, "/%61pi/orders", Role.SALES)).isZero();
        assertThat(answered(limits, "/engine-rest/user/ada/%63redentials", Role.CAMUNDA_ADMIN))
                .isEqualTo(2);
    }

    @Test
    void who_makes_too_many_calls_is_logged_once_a_minute(CapturedOutput log) throws Exception {
        answered(new CallLimits(new CallLimitSettings(2, 1, 4, 3), refusals), "/api/orders", Role.SHIPPING);
        assertThat(log.getOut().split("Refused to shipping: too many calls", -1))
                .hasSize(2);
    }

    @Test
    void a_search_that_asks_for_headers_alone_counts_as_well() throws Exception {
        var limits = new CallLimits(new CallLimitSettings(100, 2, 4, 3), refusals);
        assertThat(answered(limits, "HEAD", "/orders?q=lamp", Role.SALES)).isEqualTo(2);
    }

    private static int answered(CallLimits limits, String address, Role role) throws Exception {
        return answered(limits, "GET", address, role);
    }

    private static int answered(CallLimits limits, String method, String address, Role role) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        role.group(), null, AuthorityUtils.createAuthorityList(role.authority())));
        var answered = new int[1];
        for (var i = 0; i < 15; i++) {
            var parts = address.split("\\?");
            var request = new MockHttpServletRequest(method, parts[0]);
            request.setQueryString(parts.length > 1 ? parts[1] : null);
            limits.doFilter(request, new MockHttpServletResponse(), (called, answer) -> answered[0]++);
        }
        return answered[0];
    }

    /** Calls until the limit is reached; it grows a little while the calls are made. */
    private ResultActions untilRefused(RequestBuilder call, int times) throws Exception {
        var answer = browser.perform(call);
        for (var i = 1; i < 2 * times && answer.andReturn().getResponse().getStatus() != 429; i++) {
            answer = browser.perform(call);
        }
        return answer;
    }
}
