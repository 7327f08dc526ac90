package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The realm as Spring Security and this application know it, from the settings and without a call to Keycloak. */
@WithKeycloak
@Configuration(proxyBeanMethods = false)
class KeycloakRealm {

    private static final Duration KEY_CACHE_TIME = Duration.ofMinutes(5);
    private static final Duration BETWEEN_KEY_REQUESTS = Duration.ofSeconds(10);
    private static final int LARGEST_KEYS = 100_000;

    @Bean
    KeycloakCircuit keycloakCircuit(KeycloakSettings settings) {
        return new KeycloakCircuit(settings);
    }

    @Bean
    ClientRegistration keycloakClient(KeycloakSettings settings) {
        return ClientRegistration.withRegistrationId(KeycloakSignIn.REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .redirectUri("{baseUrl}" + KeycloakSignIn.RETURN)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .issuerUri(settings.issuer())
                .authorizationUri(settings.authorization())
                .tokenUri(settings.tokens())
                .jwkSetUri(settings.keys())
                .userNameAttributeName(KeycloakClaims.NAME)
                .build();
    }

    /**
     * Cached keys stay valid while Keycloak does not answer. An unknown key is fetched, but not for each forged token.
     */
    @Bean
    JWKSource<SecurityContext> keycloakKeys(KeycloakSettings settings, KeycloakCircuit circuit)
            throws MalformedURLException {
        var client = circuit.client().build();
        return JWKSourceBuilder.create(
                        URI.create(settings.keys()).toURL(), address -> fetch(client, address.toString()))
                .cache(
                        KEY_CACHE_TIME.toMillis(),
                        settings.patience().multipliedBy(2).toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_KEY_REQUESTS.toMillis())
                .outageTolerantForever()
                .build();
    }

    private static Resource fetch(RestClient client, String address) throws IOException {
        try {
            var keys = client.get().uri(address).retrieve().body(String.class);
            if (keys == null || keys.length() > LARGEST_KEYS) {
                throw new IOException("Keycloak's answer is not a key set");
            }
            return new Resource(keys, "application/json");
        } catch (RestClientException e) {
            throw new IOException(e);
        }
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(JWKSource<SecurityContext> keys) {
        return realm -> {
            var decoder = BearerTokens.signed(keys);
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            decoder.setJwtValidator(new OidcIdTokenValidator(realm));
            return decoder;
        };
    }

    @Bean
    KeycloakTokens keycloakTokens(
            KeycloakSettings settings,
            KeycloakCircuit circuit,
            JwtDecoderFactory<ClientRegistration> idTokens,
            ClientRegistration realm) {
        return new KeycloakTokens(settings, circuit, idTokens.createDecoder(realm));
    }

    @Bean
    KeycloakWatch keycloakWatch(KeycloakSettings settings, KeycloakTokens tokens, Clock clock) {
        return new KeycloakWatch(settings, tokens, clock);
    }

    /** Runs only within Spring Security's chains, and not as a servlet filter, too. */
    @Bean
    FilterRegistrationBean<KeycloakWatch> keycloakWatchWithinTheChains(KeycloakWatch watch) {
        var filter = new FilterRegistrationBean<>(watch);
        filter.setEnabled(false);
        return filter;
    }
}
