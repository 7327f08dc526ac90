package io.ordertrail.platform.keycloak;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the realm is, and who we are to it. Nothing is discovered at the start, so that a start needs no Keycloak.
 *
 * @param issuer the address of the realm as browsers see it, which is also what tokens name as their issuer
 * @param internal the address of the realm as this application reaches it
 * @param checkAfter how long what is known of a person is believed before Keycloak is asked again
 * @param patience how long an answer of Keycloak is waited for
 * @param longest after which everybody signs in anew, whether Keycloak can be asked or not
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

    /** Where a browser is sent to sign in. */
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

    /** As a Content-Security-Policy names it. */
    String origin() {
        var address = URI.create(issuer);
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Override
    public String toString() {
        return "client " + clientId + " of " + issuer;
    }
}
