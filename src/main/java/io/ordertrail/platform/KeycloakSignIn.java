package io.ordertrail.platform;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
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
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Signing in at Keycloak: people by OpenID Connect, programs by access tokens. */
@Component
@WithKeycloak
class KeycloakSignIn implements SignIn {

  static final String PAGE = "/sign-in";
  static final String REGISTRATION = "keycloak";
  private static final String STARTS = "/oauth2/authorization";
  /** Where signing in at Keycloak starts and where it leads back to. */
  static final String START = STARTS + "/" + REGISTRATION;
  static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

  private static final Logger LOG = LoggerFactory.getLogger(KeycloakSignIn.class);

  private final KeycloakSettings settings;
  private final KeycloakCircuit circuit;
  private final KeycloakTokens tokens;
  private final KeycloakWatch watch;
  private final InMemoryClientRegistrationRepository realms;
  private final JWKSource<SecurityContext> keys;
  private final LocaleResolver locales;
  private final Clock clock;

  KeycloakSignIn(KeycloakSettings settings, KeycloakCircuit circuit, KeycloakTokens tokens, KeycloakWatch watch, ClientRegistration realm,
      JWKSource<SecurityContext> keys, LocaleResolver localeResolver, Clock clock) {
    this.settings = settings;
    this.circuit = circuit;
    this.tokens = tokens;
    this.watch = watch;
    this.realms = new InMemoryClientRegistrationRepository(realm);
    this.keys = keys;
    this.locales = localeResolver;
    this.clock = clock;
  }

  /** Says in one line where people sign in; the circuit says in another if it does not answer yet. */
  @EventListener(ApplicationReadyEvent.class)
  void say() {
    LOG.info("People sign in at {}", settings.issuer());
    circuit.answers();
  }

  @Override
  public String page() {
    return PAGE;
  }

  @Override
  public void web(HttpSecurity http) throws Exception {
    var signOut = new KeycloakSignOut(tokens);
    http.oauth2Login(login -> login.loginPage(PAGE)
            .clientRegistrationRepository(realms).authorizedClientRepository(new Keeping())
            .authorizationEndpoint(start -> start.authorizationRequestResolver(new InReadersLanguage()))
            .tokenEndpoint(exchange -> exchange.accessTokenResponseClient(codeForTokens()))
            .userInfoEndpoint(about -> about.oidcUserService(signedIn -> person(signedIn.getIdToken())))
            .failureHandler(this::refuse))
        .logout(out -> out.addLogoutHandler(signOut).logoutSuccessHandler(signOut));
  }

  @Override
  public void watch(HttpSecurity http) {
    http.addFilterBefore(watch, AnonymousAuthenticationFilter.class);
  }

  @Override
  public void rest(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception {
    http.oauth2ResourceServer(server -> server.authenticationEntryPoint(refusal)
        .jwt(jwt -> jwt.decoder(BearerTokens.access(settings, keys)).jwtAuthenticationConverter(BearerTokens::caller))
        .withObjectPostProcessor(new KeysOutOfReach(refusal)));
  }

  @Override
  public String challenge() {
    return "Bearer realm=\"Ordertrail\"";
  }

  @Override
  public String lacking(AuthenticationException why) {
    return BearerTokens.problemOf(why);
  }

  /** A form sent by somebody whose session has ended ends at Keycloak's page. */
  @Override
  public String formTargets() {
    return " " + settings.origin();
  }

  /** Rights come from the groups alone, as they do with every other way of signing in. */
  static OidcUser person(OidcIdToken token) {
    if (!KeycloakClaims.isNamed(token)) {
      throw new OAuth2AuthenticationException(new OAuth2Error("no_name", "The ID token needs a " + KeycloakClaims.NAME + " of at most "
          + KeycloakClaims.LONGEST_NAME + " characters", null));
    }
    return new DefaultOidcUser(KeycloakClaims.authorities(token), token, KeycloakClaims.NAME);
  }

  private OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeForTokens() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(circuit.client().defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).messageConverters(converters -> {
      converters.clear();
      converters.add(new FormHttpMessageConverter());
      converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
    }).build());
    return client;
  }

  /** The page tells the person; what failed is for those who look after Keycloak. */
  private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
    LOG.warn("A sign-in at Keycloak came to nothing: {}", why.getMessage());
    response.sendRedirect(request.getContextPath() + PAGE + "?refused");
  }

  /** Keycloak shows its pages in the language that was chosen here. */
  private final class InReadersLanguage implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver start = new DefaultOAuth2AuthorizationRequestResolver(realms, STARTS);

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
      return request.getRequestURI().equals(request.getContextPath() + START) ? resolve(request, REGISTRATION) : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
      return OAuth2AuthorizationRequest.from(start.resolve(request, registration))
          .additionalParameters(more -> more.put("ui_locales", locales.resolveLocale(request).toLanguageTag())).build();
    }
  }

  /** Of all that Keycloak hands over, the session keeps what is needed to ask again. */
  private final class Keeping implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String registration, Authentication person, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request, HttpServletResponse response) {
      if (client.getRefreshToken() == null) {
        throw new OAuth2AuthenticationException(new OAuth2Error("no_refresh_token",
            "The client in Keycloak has to use refresh tokens, by which a sign-in is checked", null));
      }
      KeptSignIn.begun(client.getRefreshToken().getTokenValue(), clock.instant()).keepIn(request.getSession());
    }

    @Override
    public void removeAuthorizedClient(String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
      // ends with its session
    }
  }

  /** That a token cannot be checked for want of Keycloak's keys is an answer too, and no fault of ours. */
  private record KeysOutOfReach(AuthenticationEntryPoint refusal) implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    @Override
    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
      var answer = new AuthenticationEntryPointFailureHandler(refusal);
      answer.setRethrowAuthenticationServiceException(false);
      filter.setAuthenticationFailureHandler(answer);
      return filter;
    }
  }
}
