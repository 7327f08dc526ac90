package io.ordertrail.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.change.Change;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.platform.access.EmptyPlatformTest;

/** Creates the first administrator of an empty system, step by step. */
@EmptyPlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MockMvc browser;

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    IdentityService identities;

    @Autowired
    Changes changes;

    @LocalServerPort
    int port;

    @Test
    @Order(1)
    void an_empty_system_has_no_people_and_offers_a_key_at_its_start() throws Exception {
        assertThat(identities.createUserQuery().count()).isZero();
        assertThat(firstAdministrator.isOffered()).isTrue();
        browser.perform(get("/sign-in")).andExpect(content().string(not(containsString("demo-sales"))));
    }

    @Test
    @Order(2)
    void the_engines_own_creation_of_a_first_administrator_is_closed() throws Exception {
        var call = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/camunda/api/admin/setup/default/user/create"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                    {"profile":{"id":"intruder","firstName":"In","lastName":"Truder"},"credentials":{"password":"long enough for anybody"}}\
                    """));
        var answer = HttpClient.newHttpClient().send(call.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(identities.createUserQuery().count()).isZero();
    }

    @Test
    @Order(3)
    void a_wrong_key_opens_nothing() throws Exception {
        browser.perform(get("/first-administrator").param("key", "guessed")).andExpect(status().isNotFound());
        browser.perform(get("/first-administrator")).andExpect(status().isNotFound());
        browser.perform(create("guessed", "ada", PASSWORD, PASSWORD)).andExpect(status().isNotFound());
        assertThat(identities.createUserQuery().count()).isZero();
    }

    @Test
    @Order(4)
    void an_invalid_name_or_password_is_explained_and_the_key_stays_valid() throws Exception {
        var key = firstAdministrator.newKey();
        browser.perform(create(key, "a d a", PASSWORD, PASSWORD))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("2 to 60 characters")));
        browser.perform(create(key, "ada", "short", "short"))
                .andExpect(content().string(containsString("12 to 128 characters")));
        browser.perform(create(key, "ada", "password1234", "password1234"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("easy to guess")));
        browser.perform(create(key, "ada", PASSWORD, "another"))
                .andExpect(content().string(containsString("two passwords differ")));
        browser.perform(get("/first-administrator").param("key", key)).andExpect(status().isOk());
    }

    @Test
    @Order(5)
    void the_key_is_valid_for_one_administrator() throws Exception {
        var key = firstAdministrator.newKey();
        browser.perform(create(key, "ada", PASSWORD, PASSWORD)).andExpect(redirectedUrl("/sign-in?created"));
        browser.perform(formLogin("/sign-in").user("ada").password(PASSWORD))
                .andExpect(authenticated().withRoles("camunda-admin"));
        browser.perform(create(key, "eve", PASSWORD, PASSWORD)).andExpect(status().isGone());
        browser.perform(get("/first-administrator").param("key", key)).andExpect(status().isGone());
        assertThat(identities.createUserQuery().count()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void the_trail_of_changes_begins_with_the_first_administrator() {
        assertThat(changes.history(Kind.RIGHTS, "ada"))
                .extracting(
                        Change::actor,
                        change -> change.difference().field(),
                        change -> change.difference().current())
                .contains(tuple("ada", "password", "…"), tuple("ada", "group", "camunda-admin"));
    }

    private static MockHttpServletRequestBuilder create(String key, String name, String password, String repeated) {
        return post("/first-administrator")
                .with(csrf())
                .param("key", key)
                .param("name", name)
                .param("password", password)
                .param("repeated", repeated);
    }
}
