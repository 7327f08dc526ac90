package io.ordertrail.platform.signin;

import static io.ordertrail.platform.access.Role.SALES;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.DemoUser;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvc browser;

    @Autowired
    IdentityService identities;

    @Autowired
    LocalPeople people;

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
    void after_three_wrong_passwords_the_next_one_waits_right_or_wrong_on_the_page_and_by_api() throws Exception {
        add("guessed", SALES);
        for (var i = 0; i < SlowDown.FREE_FOR_AN_ACCOUNT; i++) {
            signIn("guessed", "wrong", "203.0.113.1").andExpect(redirectedUrl("/sign-in?refused"));
        }
        signIn("guessed", PASSWORD, "203.0.113.1")
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(unauthenticated());
        for (var password : List.of(PASSWORD, "wrong")) {
            browser.perform(get("/api/products")
                            .with(httpBasic("guessed", password))
                            .with(from("203.0.113.1")))
                    .andExpect(status().isTooManyRequests())
                    .andExpect(header().exists("Retry-After"))
                    .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:too-many-attempts"));
        }
        signIn("guessed", PASSWORD, "203.0.113.2").andExpect(authenticated());
    }

    @Test
    void no_number_of_wrong_passwords_locks_an_administrator_out() throws Exception {
        add("only-admin", Role.CAMUNDA_ADMIN);
        for (var i = 0; i < 15; i++) {
            assertThat(identities.checkPassword("only-admin", "wrong")).isFalse();
            signIn("only-admin", "wrong", "203.0.113." + (100 + i));
        }
        signIn("only-admin", PASSWORD, "203.0.113.3").andExpect(authenticated());
        assertThat(identities.checkPassword("only-admin", PASSWORD)).isTrue();
    }

    @Test
    void a_program_s_password_is_checked_slowly_once_and_forgotten_when_it_changes() throws Exception {
        add("program", Role.SYSTEMS);
        call("program", PASSWORD).andExpect(status().isOk());
        call("program", PASSWORD).andExpect(status().isOk());
        var user = identities.createUserQuery().userId("program").singleResult();
        user.setPassword("quite another long one");
        identities.saveUser(user);
        call("program", PASSWORD).andExpect(status().isUnauthorized());
        call("program", "quite another long one").andExpect(status().isOk());
        identities.deleteUser("program");
        call("program", "quite another long one").andExpect(status().isUnauthorized());
    }

    @Test
    void a_deleted_person_is_out_with_the_next_request() throws Exception {
        add("leaver", SALES);
        var session = session("leaver");
        identities.deleteUser("leaver");
        browser.perform(get("/orders").session(session).accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrlPattern("**/sign-in"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_person_who_is_removed_from_their_group_gets_no_page_any_more() throws Exception {
        add("mover", SALES);
        var session = session("mover");
        identities.deleteMembership("mover", SALES.group());
        browser.perform(get("/orders").session(session).accept(MediaType.TEXT_HTML))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_name_is_the_one_that_is_stored() throws Exception {
        assertThat(people.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated("demo-sales", DemoUser.PASSWORD))
                        .getName())
                .isEqualTo("demo-sales");
    }

    @Test
    void a_password_is_stored_as_a_slow_hash() {
        add("stored", SALES);
        var user = (UserEntity) identities.createUserQuery().userId("stored").singleResult();
        assertThat(user.getPassword()).startsWith("{PBKDF2}1000:");
        assertThat(shipped().getProperty("ordertrail.local.password-rounds")).isEqualTo(600_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "qwertyuiop123",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "iloveyou1234",
                "hasty-hasty-hasty",
                "ordertrail2026"
            })
    void a_common_password_is_refused(String password) {
        var user = identities.newUser("hasty");
        user.setPassword(password);
        assertThatThrownBy(() -> identities.saveUser(user)).hasMessageContaining("policy");
    }

    @Test
    void sign_ins_refusals_and_sign_outs_are_logged_with_the_person(CapturedOutput log) throws Exception {
        add("logged", SALES);
        signIn("logged", "wrong", "203.0.113.4");
        signIn("secret typed as a name", "wrong", "203.0.113.4");
        var session = (MockHttpSession) signIn("logged", PASSWORD, "203.0.113.4")
                .andReturn()
                .getRequest()
                .getSession();
        browser.perform(get("/webhooks").session(session));
        browser.perform(post("/sign-out").session(session).with(csrf()));
        assertThat(log.getOut())
                .contains(
                        "Refused to sign in logged from 203.0.113.4: wrong password",
                        "Refused to sign in nobody from 203.0.113.4: wrong password",
                        "logged signed in from 203.0.113.4",
                        "Refused to logged [sales]: GET /webhooks",
                        "logged signed out")
                .doesNotContain("secret typed");
    }

    @Test
    void attempts_that_are_not_checked_are_logged_with_the_person_once_a_minute(CapturedOutput log) throws Exception {
        add("waiting", SALES);
        for (var i = 0; i < 6; i++) {
            signIn("waiting", "wrong", "203.0.113.9");
        }
        assertThat(log.getOut().split("Refused to sign in waiting from 203.0.113.9: not checked", -1))
                .hasSize(2);
    }

    @Test
    void the_first_call_of_a_program_is_logged(CapturedOutput log) throws Exception {
        add("caller", Role.SYSTEMS);
        call("caller", PASSWORD);
        call("caller", PASSWORD);
        assertThat(log.getOut().split("caller calls from 127.0.0.1", -1)).hasSize(2);
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

    private void add(String name, Role role) {
        var user = identities.newUser(name);
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        identities.createMembership(name, role.group());
    }

    private MockHttpSession session(String name) throws Exception {
        return (MockHttpSession) signIn(name, PASSWORD, "127.0.0.1")
                .andExpect(authenticated())
                .andReturn()
                .getRequest()
                .getSession();
    }

    private ResultActions signIn(String name, String password, String address) throws Exception {
        return browser.perform(post("/sign-in")
                .param("username", name)
                .param("password", password)
                .accept(MediaType.TEXT_HTML)
                .with(csrf())
                .with(from(address)));
    }

    private static PropertySource<?> shipped() {
        try {
            return new YamlPropertySourceLoader()
                    .load("shipped", new ClassPathResource("application.yml"))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResultActions call(String name, String password) throws Exception {
        return browser.perform(get("/api/products").with(httpBasic(name, password)));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
