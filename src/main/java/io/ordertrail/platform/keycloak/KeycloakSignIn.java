package io.ordertrail.platform.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.SignIn;

/** Sign-in at Keycloak: people by OpenID Connect, programs by access tokens. */
@Component
@WithKeycloak
class KeycloakSignIn implements SignIn {

    static final String PAGE = "/sign-in";
    static final String REGISTRATION = "keycloak";
    static final String STARTS = "/oauth2/authorization";
    /** The address at which sign-in at Keycloak starts; {@link #RETURN} is the address to which it returns. */
    static final String START = STARTS + "/" + REGISTRATION;

    static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakSignIn.class);
    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private final KeycloakSettings settings;
    private final KeycloakCircuit circuit;
    private final KeycloakWatch watch;
    private final KeycloakLogin login;
    private final JWKSource<SecurityContext> keys;

    KeycloakSignIn(
            KeycloakSettings settings,
            KeycloakCircuit circuit,
            KeycloakWatch watch,
            KeycloakLogin login,
            JWKSource<SecurityContext> keys) {
        this.settings = settings;
        this.circuit = circuit;
        this.watch = watch;
        this.login = login;
        this.keys = keys;
    }

    /** Logs where people sign in; the circuit logs it if Keycloak does not answer yet. */
    @EventListener(ApplicationReadyEvent.class)
    void logIssuer() {
        LOG.info("People sign in at {}", settings.issuer());
        circuit.answers();
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public void web(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception {
        login.configure(http);
    }

    @Override
    public void watch(HttpSecurity http) {
        http.addFilterBefore(watch, AnonymousAuthenticationFilter.class);
    }

    @Override
    public void rest(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception {
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(refusal)
                .jwt(jwt -> jwt.decoder(BearerTokens.access(settings, keys))
                        .jwtAuthenticationConverter(BearerTokens::caller))
                .withObjectPostProcessor(new KeysUnavailable(refusal)));
    }

    /** A token until it expires, and a session until a minute after its last check. */
    @Override
    public Optional<Instant> trustedUntil(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken program) {
            return Optional.ofNullable(program.getToken().getExpiresAt());
        }
        return StoredSignIn.of(request.getSession(false))
                .map(stored -> stored.checked().plus(TRUSTED));
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"Ordertrail\"";
    }

    @Override
    public String problemType(AuthenticationException why) {
        return BearerTokens.problemOf(why);
    }

    /** A form that is sent after the session has ended is redirected to the page of Keycloak. */
    @Override
    public String formTargets() {
        return " " + settings.origin();
    }

    /** Rights come from the groups alone, as with local sign-in. */
    static OidcUser person(OidcIdToken token) {
        if (!KeycloakClaims.isNamed(token)) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    "no_name",
                    "The ID token needs a " + KeycloakClaims.NAME + " of at most " + KeycloakClaims.LONGEST_NAME
                            + " characters",
                    null));
        }
        return new DefaultOidcUser(KeycloakClaims.authorities(token), token, KeycloakClaims.NAME);
    }

    /**
     * A token that cannot be checked without Keycloak's keys is answered like other refusals, and not as an internal
     * error.
     */
    private record KeysUnavailable(AuthenticationEntryPoint refusal)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            var answer = new AuthenticationEntryPointFailureHandler(refusal);
            answer.setRethrowAuthenticationServiceException(false);
            filter.setAuthenticationFailureHandler((request, response, why) -> {
                LOG.info(
                        "Refused a call with a token from {}: {}",
                        request.getRemoteAddr(),
                        BearerTokens.problemOf(why));
                answer.onAuthenticationFailure(request, response, why);
            });
            return filter;
        }
    }
}
