package io.ordertrail.platform.keycloak;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses of the realm and the client of this application. Nothing is discovered at start-up, so the application
 * starts without Keycloak.
 *
 * @param issuer the address of the realm as browsers see it, which tokens also name as their issuer
 * @param internal the address of the realm as this application reaches it
 * @param checkAfter how long a checked sign-in is trusted before Keycloak is called again
 * @param patience how long a call waits for an answer of Keycloak
 * @param longest after which everybody has to sign in again, whether Keycloak answers or not
 */
@WithKeycloak
@ConfigurationProperties("ordertrail.keycloak")
public record KeycloakSettings(
        String issuer,
        String internal,
        String clientId,
        String clientSecret,
        @DefaultValue("40s") Duration checkAfter,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("12h") Duration longest) {

    /** Returns the address to which a browser is redirected to sign in. */
    String authorization() {
        return issuer + "/protocol/openid-connect/auth";
    }

    String tokens() {
        return internal + "/protocol/openid-connect/token";
    }

    String keys() {
        return internal + "/protocol/openid-connect/certs";
    }

    String endOfSession() {
        return internal + "/protocol/openid-connect/logout";
    }

    public String administration() {
        return internal.replaceFirst("/realms/(?=[^/]+$)", "/admin/realms/");
    }

    /** Returns the origin of Keycloak in the form of the Content-Security-Policy. */
    String origin() {
        var address = URI.create(issuer);
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Override
    public String toString() {
        return "client " + clientId + " of " + issuer;
    }
}
