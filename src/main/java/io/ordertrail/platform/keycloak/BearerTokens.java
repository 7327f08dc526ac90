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

/** Reads the tokens that Keycloak issues, and knows those that open the API from the others. */
final class BearerTokens {

    private static final String FOREIGN = "token-foreign";
    private static final String ACCESS_TOKEN = "Bearer";

    private BearerTokens() {}

    /**
     * For access tokens. A token that has expired opens nothing any more, not even for the minute that is usually left
     * to clocks that differ: so somebody who is out is out within the minute that a token lives.
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

    /** Keys that two sides share sign nothing here, so the published key of the realm cannot be taken for one. */
    static NimbusJwtDecoder signed(JWKSource<SecurityContext> keys) {
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(new HashSet<>(JWSAlgorithm.Family.SIGNATURE), keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // Spring Security's validators look at the claims
        return new NimbusJwtDecoder(processor);
    }

    static JwtAuthenticationToken caller(Jwt token) {
        return new JwtAuthenticationToken(
                token, KeycloakClaims.authorities(token), token.getClaimAsString(KeycloakClaims.NAME));
    }

    /** Names the problem of a call that brought no token, or not the right one. */
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
