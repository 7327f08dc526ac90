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

/** Calls Keycloak to renew and to end sign-ins. */
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

    /** The result of a renewal: the current person, a refusal, or no reliable answer. */
    sealed interface Answer {

        record Granted(OidcIdToken person, String refreshToken) implements Answer {}

        record Refused(String why) implements Answer {}

        record None() implements Answer {}
    }

    Answer renew(String refreshToken) {
        try {
            var tokens = post(settings.tokens(), refreshToken, "refresh_token").body(Map.class);
            if (tokens == null || !(tokens.get("id_token") instanceof String idToken)) {
                LOG.error("Keycloak renewed a sign-in without an ID token, so its owner is unknown");
                return new Answer.None();
            }
            return new Answer.Granted(
                    read(idTokens.decode(idToken)), String.valueOf(tokens.getOrDefault("refresh_token", refreshToken)));
        } catch (RestClientResponseException refused) {
            return interpreted(refused);
        } catch (RestClientException | JwtException noAnswer) {
            LOG.debug("A sign-in could not be checked", noAnswer);
            return new Answer.None();
        }
    }

    /**
     * Only this error code means that the sign-in has ended. Every other refusal concerns this application, such as a
     * changed client secret.
     */
    private static Answer interpreted(RestClientResponseException refused) {
        if (refused.getResponseBodyAsString().contains("\"invalid_grant\"")) {
            return new Answer.Refused("Keycloak ended it or disabled the person");
        }
        if (refused.getStatusCode().is4xxClientError()) {
            LOG.error(
                    "Keycloak does not let this application check its sign-ins: {}", refused.getResponseBodyAsString());
        }
        return new Answer.None();
    }

    /**
     * Ends the session at Keycloak.
     *
     * @return whether Keycloak has ended its session, and with it those of all applications that the person signed in
     * to with it
     */
    boolean end(String refreshToken) {
        try {
            post(settings.endOfSession(), refreshToken, null).toBodilessEntity();
            return true;
        } catch (RestClientResponseException refused) {
            return interpreted(refused) instanceof Answer.Refused;
        } catch (RestClientException noAnswer) {
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
