package io.ordertrail.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.DemoUser;

@PlatformTest
class SignInTest {

    @Autowired
    MockMvc browser;

    @Autowired
    IdentityService identities;

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_role_has_a_demo_user_who_signs_in(Role role) throws Exception {
        var user = DemoUser.ALL.stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
        browser.perform(formLogin("/sign-in").user(user.name()).password("demo"))
                .andExpect(redirectedUrl("/"))
                .andExpect(authenticated()
                        .withUsername(user.name())
                        .withAuthorities(AuthorityUtils.createAuthorityList(role.authority())));
    }

    @Test
    void the_page_offers_the_demo_people_but_not_the_program() throws Exception {
        browser.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"demo-warehouse\"")))
                .andExpect(content().string(not(containsString("value=\"demo-system\""))));
    }

    @Test
    void the_page_is_in_the_readers_language() throws Exception {
        browser.perform(get("/sign-in").header("Accept-Language", "zh-HK"))
                .andExpect(content().string(containsString("登入")));
        browser.perform(get("/sign-in").param("lang", "zh-CN"))
                .andExpect(content().string(containsString("登录")));
    }

    @Test
    void repeated_wrong_passwords_delay_the_right_one() throws Exception {
        var user = identities.newUser("guessed");
        user.setPassword("a long enough password");
        identities.saveUser(user);
        browser.perform(formLogin("/sign-in").user("guessed").password("wrong"))
                .andExpect(redirectedUrl("/sign-in?refused"));
        browser.perform(formLogin("/sign-in").user("guessed").password("a long enough password"))
                .andExpect(unauthenticated());
        assertThat(identities.checkPassword("guessed", "a long enough password"))
                .isFalse();
        identities.unlockUser("guessed");
        browser.perform(formLogin("/sign-in").user("guessed").password("a long enough password"))
                .andExpect(authenticated());
    }

    @Test
    void a_short_password_is_refused_for_everybody_else() {
        var user = identities.newUser("hasty");
        user.setPassword("demo");
        assertThatThrownBy(() -> identities.saveUser(user)).hasMessageContaining("policy");
    }

    @Test
    void signing_out_ends_the_session() throws Exception {
        var session = (MockHttpSession)
                browser.perform(formLogin("/sign-in").user("demo-sales").password("demo"))
                        .andReturn()
                        .getRequest()
                        .getSession();
        browser.perform(post("/sign-out").session(session).with(csrf())).andExpect(redirectedUrl("/sign-in?bye"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_page_of_another_site_signs_nobody_out() throws Exception {
        var session = (MockHttpSession)
                browser.perform(formLogin("/sign-in").user("demo-sales").password("demo"))
                        .andReturn()
                        .getRequest()
                        .getSession();
        browser.perform(post("/sign-out").session(session)).andExpect(status().isForbidden());
        assertThat(session.isInvalid()).isFalse();
        browser.perform(get("/sign-out").session(session)).andExpect(status().isOk());
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void a_program_signs_in_with_each_call_and_gets_no_session() throws Exception {
        var answer = browser.perform(get("/api/orders").with(httpBasic("demo-system", "demo")))
                .andReturn();
        assertThat(answer.getResponse().getStatus()).isNotIn(401, 403);
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void a_browser_session_does_not_open_the_api() throws Exception {
        var session = (MockHttpSession)
                browser.perform(formLogin("/sign-in").user("demo-sales").password("demo"))
                        .andReturn()
                        .getRequest()
                        .getSession();
        browser.perform(get("/api/orders").session(session)).andExpect(status().isUnauthorized());
    }
}
