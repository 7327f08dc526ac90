package io.ordertrail.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jwt.JWTClaimsSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.IdentityProviderException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.platform.engine.DemoUser;

/** Starts an application that stores its people in Keycloak while Keycloak does not run. */
@SpringBootTest(
        properties = {
            "ordertrail.demo=false",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "ordertrail.keycloak.issuer=http://127.0.0.1:1/realms/nowhere",
            "ordertrail.keycloak.internal=http://127.0.0.1:1/realms/nowhere",
            "ordertrail.keycloak.client-secret=none"
        })
@AutoConfigureMockMvc
@ActiveProfiles({"test", "keycloak"})
@Tag("nightly")
class WithoutKeycloakTest {

    @Autowired
    MockMvc browser;

    @Autowired
    IdentityService identities;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void it_starts_and_a_page_says_that_nobody_can_sign_in() throws Exception {
        browser.perform(get("/orders").accept("text/html")).andExpect(redirectedUrlPattern("**/sign-in"));
        browser.perform(get("/sign-in").accept("text/html"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("Nobody can sign in at the moment")))
                .andExpect(content().string(not(containsString("127.0.0.1"))));
    }

    @Test
    void a_call_whose_token_cannot_be_checked_may_be_repeated_later() throws Exception {
        var token = SmallKeycloak.signed(new JWTClaimsSet.Builder().subject("x"), SmallKeycloak.newKey("any"));
        for (var path : new String[] {"/api/orders", "/engine-rest/engine"}) {
            browser.perform(get(path).header("Authorization", "Bearer " + token))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().exists("Retry-After"))
                    .andExpect(content().string(containsString("urn:ordertrail:problem:cannot-check")));
        }
    }

    @Test
    void a_call_without_a_token_is_refused_as_usual() throws Exception {
        browser.perform(get("/api/orders"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"Ordertrail\""));
    }

    @Test
    void no_first_administrator_can_be_created() throws Exception {
        browser.perform(get("/first-administrator").param("key", "x")).andExpect(status().isNotFound());
    }

    @Test
    void only_the_signed_in_person_is_known_with_their_groups() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "rita",
                        null,
                        AuthorityUtils.createAuthorityList("ROLE_order-review", "ROLE_a-lane-of-our-own")));
        assertThat(identities.createGroupQuery().groupMember("rita").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("order-review", "a-lane-of-our-own");
        assertThat(identities.createUserQuery().userId("rita").singleResult().getId())
                .isEqualTo("rita");
        assertThatThrownBy(() ->
                        identities.createGroupQuery().groupMember("walter").list())
                .isInstanceOf(IdentityProviderException.class);
    }

    @Test
    void an_id_with_url_syntax_finds_nobody() {
        for (var id : new String[] {"a&max=1000", "a/b", "{a}", "a?b", "a#b", "..;/a"}) {
            assertThat(identities.createUserQuery().userId(id).count()).as(id).isZero();
            assertThat(identities.createUserQuery().memberOfGroup(id).count())
                    .as(id)
                    .isZero();
            assertThat(identities.createUserQuery().userFirstNameLike(id).count())
                    .as(id)
                    .isZero();
            assertThat(identities.createGroupQuery().groupId(id).count()).as(id).isZero();
            assertThat(identities.createGroupQuery().groupMember(id).count())
                    .as(id)
                    .isZero();
        }
    }

    @Test
    void passwords_are_not_checked_here() {
        assertThat(identities.checkPassword("demo-sales", DemoUser.PASSWORD)).isFalse();
        assertThat(identities.isReadOnly()).isTrue();
    }
}
