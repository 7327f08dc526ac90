package io.ordertrail.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Which tokens open the API, and which problems the others get. */
class BearerTokensTest {

    private SmallKeycloak keycloak;
    private KeycloakCircuit circuit;
    private JwtAuthenticationProvider provider;

    @BeforeEach
    void a_provider_for_one_realm() throws Exception {
        keycloak = new SmallKeycloak();
        circuit = new KeycloakCircuit(keycloak.settings());
        provider = new JwtAuthenticationProvider(BearerTokens.access(
                keycloak.settings(), new KeycloakRealm().keycloakKeys(keycloak.settings(), circuit)));
        provider.setJwtAuthenticationConverter(BearerTokens::caller);
    }

    @AfterEach
    void close() {
        keycloak.close();
        circuit.close();
    }

    @Test
    void an_access_token_of_the_realm_says_who_calls_and_in_which_groups_they_are() {
        var caller = provider.authenticate(new BearerTokenAuthenticationToken(
                keycloak.signed(access().claim("groups", List.of("/sales", "/managers")))));
        assertThat(caller.getName()).isEqualTo("sam");
        assertThat(caller.getAuthorities())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("ROLE_sales", "ROLE_managers");
    }

    @Test
    void a_group_below_another_gives_no_right() {
        var caller = provider.authenticate(new BearerTokenAuthenticationToken(
                keycloak.signed(access().claim("groups", List.of("/partners/camunda-admin", "sales", "/")))));
        assertThat(caller.getAuthorities()).isEmpty();
    }

    @Test
    void a_token_without_groups_gives_no_right() {
        assertThat(provider.authenticate(
                                new BearerTokenAuthenticationToken(keycloak.signed(access().claim("groups", null))))
                        .getAuthorities())
                .isEmpty();
    }

    @Test
    void a_token_is_refused_in_the_second_in_which_it_expires() {
        var now = Instant.now();
        assertThat(problem(keycloak.signed(
                        access().issueTime(Date.from(now.minusSeconds(60))).expirationTime(Date.from(now)))))
                .isEqualTo("token-expired");
        assertThat(problem(keycloak.signed(access().notBeforeTime(Date.from(now.plusSeconds(60))))))
                .isEqualTo("token-expired");
    }

    @Test
    void a_token_for_another_audience_or_of_another_issuer_is_refused() {
        assertThat(problem(keycloak.signed(access().audience("account")))).isEqualTo("token-foreign");
        assertThat(problem(keycloak.signed(access().audience((String) null)))).isEqualTo("token-foreign");
        assertThat(problem(keycloak.signed(access().issuer("https://elsewhere.example/realms/small"))))
                .isEqualTo("token-foreign");
    }

    @Test
    void a_token_that_is_no_access_token_is_refused() {
        assertThat(problem(keycloak.signed(keycloak.claims()))).isEqualTo("token-foreign");
        assertThat(problem(keycloak.signed(access().claim("typ", "Refresh")))).isEqualTo("token-foreign");
    }

    @Test
    void a_token_that_never_expires_is_refused() {
        assertThat(problem(keycloak.signed(access().expirationTime(null)))).isEqualTo("token-foreign");
    }

    @Test
    void a_token_that_names_nobody_is_refused() {
        assertThat(problem(keycloak.signed(access().claim("preferred_username", null))))
                .isEqualTo("token-foreign");
        assertThat(problem(keycloak.signed(access().claim("preferred_username", "x".repeat(101)))))
                .isEqualTo("token-foreign");
    }

    @Test
    void a_token_that_nobody_signed_is_refused() {
        assertThat(problem(new PlainJWT(access().build()).serialize())).isEqualTo("token-unreadable");
    }

    @Test
    void a_token_signed_with_the_realms_public_key_as_a_shared_secret_is_refused() throws Exception {
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(keycloak.key().getKeyID())
                        .build(),
                access().build());
        forged.sign(new MACSigner(keycloak.key().toRSAPublicKey().getEncoded()));
        assertThat(problem(forged.serialize())).isEqualTo("token-unreadable");
    }

    @Test
    void a_token_with_an_unknown_key_or_a_changed_content_is_refused() {
        assertThat(problem(SmallKeycloak.signed(access(), SmallKeycloak.newKey("first"))))
                .isEqualTo("token-unreadable");
        assertThat(problem(SmallKeycloak.signed(access(), SmallKeycloak.newKey("unknown"))))
                .isEqualTo("token-unreadable");
        var parts = keycloak.signed(access()).split("\\.");
        var others = keycloak.signed(access().claim("groups", List.of("/camunda-admin")))
                .split("\\.");
        assertThat(problem(parts[0] + "." + others[1] + "." + parts[2])).isEqualTo("token-unreadable");
        assertThat(problem("rubbish")).isEqualTo("token-unreadable");
    }

    @Test
    void many_forged_tokens_do_not_become_many_calls_to_keycloak() {
        var key = SmallKeycloak.newKey("forged");
        for (int i = 0; i < 20; i++) {
            problem(SmallKeycloak.signed(
                    access(), new RSAKey.Builder(key).keyID("forged-" + i).build()));
        }
        assertThat(keycloak.asked("certs")).isLessThanOrEqualTo(3);
    }

    @Test
    void cached_keys_stay_valid_while_keycloak_does_not_answer() {
        var token = keycloak.signed(access());
        assertThat(provider.authenticate(new BearerTokenAuthenticationToken(token))
                        .isAuthenticated())
                .isTrue();
        keycloak.behavior = SmallKeycloak.Behavior.FAILING;
        assertThat(provider.authenticate(new BearerTokenAuthenticationToken(token))
                        .isAuthenticated())
                .isTrue();
    }

    @Test
    void a_token_that_cannot_be_checked_is_neither_valid_nor_invalid() {
        keycloak.behavior = SmallKeycloak.Behavior.FAILING;
        assertThat(catchThrowable(
                        () -> provider.authenticate(new BearerTokenAuthenticationToken(keycloak.signed(access())))))
                .isInstanceOf(AuthenticationServiceException.class);
    }

    private JWTClaimsSet.Builder access() {
        return keycloak.claims().claim("typ", "Bearer");
    }

    private String problem(String token) {
        var refusal = catchThrowable(() -> provider.authenticate(new BearerTokenAuthenticationToken(token)));
        assertThat(refusal).isInstanceOf(AuthenticationException.class);
        return BearerTokens.problemOf((AuthenticationException) refusal);
    }
}
