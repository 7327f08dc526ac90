package io.ordertrail.platform.keycloak;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Decodes tokens of Keycloak and accepts only those that open the API. */
final class BearerTokens {

    private static final String FOREIGN = "token-foreign";
    private static final String ACCESS_TOKEN = "Bearer";

    private BearerTokens() {}

    /**
     * Returns the decoder of access tokens. An expired token is refused at once, without the usual minute of tolerance
     * for clock differences: so a disabled person loses access within the minute that a token is valid.
     */
    static NimbusJwtDecoder access(KeycloakSettings settings, JWKSource<SecurityContext> keys) {
        var decoder = signed(keys);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(Duration.ZERO),
                holds(token -> token.getExpiresAt() != null),
                holds(token -> settings.issuer().equals(token.getClaimAsString("iss"))),
                holds(token ->
                        token.getAudience() != null && token.getAudience().contains(settings.clientId())),
                // an ID token carries the same signature and, for our own client, the same audience
                holds(token -> ACCESS_TOKEN.equals(token.getClaimAsString("typ"))),
                holds(KeycloakClaims::isNamed))));
        return decoder;
    }

    /** Accepts no shared-secret signatures, so nobody can use the published key of the realm as a shared secret. */
    static NimbusJwtDecoder signed(JWKSource<SecurityContext> keys) {
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(new HashSet<>(JWSAlgorithm.Family.SIGNATURE), keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // Spring Security's validators check the claims
        return new NimbusJwtDecoder(processor);
    }

    static JwtAuthenticationToken caller(Jwt token) {
        return new JwtAuthenticationToken(
                token, KeycloakClaims.authorities(token), token.getClaimAsString(KeycloakClaims.NAME));
    }

    /** Returns the problem type of a call without a token or with a wrong one. */
    static String problemOf(AuthenticationException why) {
        if (!(why instanceof InvalidBearerTokenException)) {
            return "token-needed";
        }
        if (!(why.getCause() instanceof JwtValidationException read)) {
            return "token-unreadable";
        }
        return read.getErrors().stream().anyMatch(error -> FOREIGN.equals(error.getErrorCode()))
                ? FOREIGN
                : "token-expired";
    }

    private static OAuth2TokenValidator<Jwt> holds(Predicate<Jwt> condition) {
        return token -> condition.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(FOREIGN));
    }
}
