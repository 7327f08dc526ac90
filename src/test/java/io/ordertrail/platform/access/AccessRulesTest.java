package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.platform.engine.DemoUser;

@PlatformTest
class AccessRulesTest {

    @Autowired
    MockMvc browser;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/orders/A-1", "/camunda/app/tasklist/", "/camunda/app/cockpit/default/", "/no/such/page"})
    void a_person_who_is_not_signed_in_is_asked_to_sign_in(String page) throws Exception {
        browser.perform(get(page).accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("http://localhost/sign-in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders",
                "/engine-rest/engine",
                "/v3/api-docs",
                "/camunda/api/engine/engine/default/task",
                "/orders"
            })
    void a_program_without_credentials_is_refused_with_a_sentence(String path) throws Exception {
        browser.perform(get(path).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:sign-in-needed"))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void a_fragment_that_a_script_loads_redirects_the_whole_page_to_sign_in() throws Exception {
        browser.perform(get("/orders").accept(MediaType.TEXT_HTML).header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in"));
    }

    @Test
    void an_address_without_a_rule_does_not_exist_for_anybody() throws Exception {
        for (var role : Role.values()) {
            browser.perform(get("/no/such/page").with(memberOf(role)).accept(MediaType.TEXT_HTML))
                    .andExpect(status().isNotFound());
            browser.perform(get("/api/no-such-call").with(memberOf(role)))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:unknown-address"));
        }
    }

    private static RequestPostProcessor memberOf(Role role) {
        var user = DemoUser.ALL.stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
        return user(user.name()).roles(role.group());
    }

    @Test
    void groups_are_named_like_roles() {
        assertThat(Arrays.stream(Role.values()).map(Role::group))
                .allMatch(group -> group.equals(group.toLowerCase(Locale.ROOT)))
                .contains("order-review", "customer-service", "camunda-admin");
    }
}
