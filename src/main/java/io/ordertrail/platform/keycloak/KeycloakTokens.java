package io.ordertrail.platform.keycloak;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks Keycloak to go on with a sign-in, and tells it of the end of one. */
class KeycloakTokens {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakTokens.class);

    private final KeycloakSettings settings;
    private final RestClient keycloak;
    private final JwtDecoder idTokens;

    KeycloakTokens(KeycloakSettings settings, KeycloakCircuit circuit, JwtDecoder idTokens) {
        this.settings = settings;
        this.keycloak = circuit.client().build();
        this.idTokens = idTokens;
    }

    /** What came of asking: who it is by now, a no, or nothing that could be relied on. */
    sealed interface Answer {

        record Granted(OidcIdToken person, String refreshToken) implements Answer {}

        record Refused(String why) implements Answer {}

        record None() implements Answer {}
    }

    Answer renew(String refreshToken) {
        try {
            var tokens = post(settings.tokens(), refreshToken, "refresh_token").body(Map.class);
            if (tokens == null || !(tokens.get("id_token") instanceof String idToken)) {
                LOG.error(
                        "Keycloak renews a sign-in without an ID token, so nothing can be said of whom it belongs to");
                return new Answer.None();
            }
            return new Answer.Granted(
                    read(idTokens.decode(idToken)), String.valueOf(tokens.getOrDefault("refresh_token", refreshToken)));
        } catch (RestClientResponseException refused) {
            return understood(refused);
        } catch (RestClientException | JwtException unanswered) {
            LOG.debug("A sign-in could not be checked", unanswered);
            return new Answer.None();
        }
    }

    /** Only this one word says that the person is out; every other refusal is about us, such as a changed client secret. */
    private static Answer understood(RestClientResponseException refused) {
        if (refused.getResponseBodyAsString().contains("\"invalid_grant\"")) {
            return new Answer.Refused("Keycloak ended it or its person's access");
        }
        if (refused.getStatusCode().is4xxClientError()) {
            LOG.error(
                    "Keycloak does not let this application check its sign-ins: {}", refused.getResponseBodyAsString());
        }
        return new Answer.None();
    }

    /** @return whether Keycloak has ended its session too, and with it those of all that the person signed in to there */
    boolean end(String refreshToken) {
        try {
            post(settings.endOfSession(), refreshToken, null).toBodilessEntity();
            return true;
        } catch (RestClientResponseException refused) {
            return understood(refused) instanceof Answer.Refused;
        } catch (RestClientException unanswered) {
            return false;
        }
    }

    private RestClient.ResponseSpec post(String address, String refreshToken, String grant) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("client_id", settings.clientId());
        form.add("client_secret", settings.clientSecret());
        form.add("refresh_token", refreshToken);
        if (grant != null) {
            form.add("grant_type", grant);
        }
        return keycloak.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve();
    }

    private static OidcIdToken read(Jwt token) {
        return new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getClaims());
    }
}
