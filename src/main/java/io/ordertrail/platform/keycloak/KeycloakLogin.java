package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.time.Clock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Configures sign-in and sign-out at Keycloak with the authorization code flow of OpenID Connect. */
@Component
@WithKeycloak
class KeycloakLogin {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakLogin.class);

    private final KeycloakCircuit circuit;
    private final KeycloakTokens tokens;
    private final InMemoryClientRegistrationRepository realms;
    private final LocaleResolver locales;
    private final Clock clock;

    KeycloakLogin(
            KeycloakCircuit circuit,
            KeycloakTokens tokens,
            ClientRegistration realm,
            LocaleResolver localeResolver,
            Clock clock) {
        this.circuit = circuit;
        this.tokens = tokens;
        this.realms = new InMemoryClientRegistrationRepository(realm);
        this.locales = localeResolver;
        this.clock = clock;
    }

    void configure(HttpSecurity http) throws Exception {
        var signOut = new KeycloakSignOut(tokens);
        http.oauth2Login(login -> login.loginPage(KeycloakSignIn.PAGE)
                        .clientRegistrationRepository(realms)
                        .authorizedClientRepository(new SessionStore())
                        .authorizationEndpoint(start -> start.authorizationRequestResolver(new InReadersLanguage()))
                        .tokenEndpoint(exchange -> exchange.accessTokenResponseClient(codeForTokens()))
                        .userInfoEndpoint(about ->
                                about.oidcUserService(signedIn -> KeycloakSignIn.person(signedIn.getIdToken())))
                        .failureHandler(this::refuse))
                .logout(out -> out.addLogoutHandler(signOut).logoutSuccessHandler(signOut));
    }

    private OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeForTokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(circuit.client()
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .build());
        return client;
    }

    /** The page informs the person; the log tells operators of Keycloak what failed. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.warn("A sign-in at Keycloak failed: {}", why.getMessage());
        response.sendRedirect(request.getContextPath() + KeycloakSignIn.PAGE + "?refused");
    }

    /** Makes Keycloak show its pages in the language that the person chose here. */
    private final class InReadersLanguage implements OAuth2AuthorizationRequestResolver {

        private final OAuth2AuthorizationRequestResolver start =
                new DefaultOAuth2AuthorizationRequestResolver(realms, KeycloakSignIn.STARTS);

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return request.getRequestURI().equals(request.getContextPath() + KeycloakSignIn.START)
                    ? resolve(request, KeycloakSignIn.REGISTRATION)
                    : null;
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return OAuth2AuthorizationRequest.from(start.resolve(request, registration))
                    .additionalParameters(more -> more.put(
                            "ui_locales", locales.resolveLocale(request).toLanguageTag()))
                    .build();
        }
    }

    /** Stores in the session only what the next check at Keycloak needs. */
    private final class SessionStore implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            if (client.getRefreshToken() == null) {
                throw new OAuth2AuthenticationException(new OAuth2Error(
                        "no_refresh_token",
                        "The client in Keycloak has to use refresh tokens, because they are needed to check a sign-in",
                        null));
            }
            StoredSignIn.begun(client.getRefreshToken().getTokenValue(), clock.instant())
                    .storeIn(request.getSession());
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
            // ends with its session
        }
    }
}
