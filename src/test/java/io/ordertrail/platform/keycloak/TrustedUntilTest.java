package io.ordertrail.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.Jwt;

/** Until when a stream may go on, such that a person who is disabled in Keycloak is out within a minute. */
class TrustedUntilTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    private final KeycloakSignIn signIn = new KeycloakSignIn(null, null, null, null, null);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void a_program_is_trusted_until_its_token_expires() {
        request.setUserPrincipal(BearerTokens.caller(Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .claim(KeycloakClaims.NAME, "shop")
                .expiresAt(NOW)
                .build()));
        assertThat(signIn.trustedUntil(request)).contains(NOW);
    }

    @Test
    void a_session_is_trusted_for_a_minute_after_its_last_check() {
        StoredSignIn.begun("token", NOW.minusSeconds(3600)).renewed("next", NOW).storeIn(request.getSession());
        assertThat(signIn.trustedUntil(request)).contains(NOW.plus(Duration.ofMinutes(1)));
    }
}
