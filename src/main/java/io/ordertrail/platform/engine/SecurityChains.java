package io.ordertrail.platform.engine;

import static org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive.CACHE;

import java.util.Set;
import java.util.stream.Collectors;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AuthorizationManagerWebInvocationPrivilegeEvaluator.HttpServletRequestTransformer;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.ordertrail.platform.access.AccessRules;
import io.ordertrail.platform.access.CallLimitSettings;
import io.ordertrail.platform.access.CallLimits;
import io.ordertrail.platform.access.ContentSecurity;
import io.ordertrail.platform.access.ProgramCallers;
import io.ordertrail.platform.access.Refusals;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.access.SecureCookies;
import io.ordertrail.platform.access.SignIn;

/**
 * The security filter chains. {@link AccessRules} says who may call what; {@link SignIn} says how callers identify
 * themselves.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final Set<String> SAME_SITE_VALUES = Set.of("same-origin", "none");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final SignIn signIn;
    private final Refusals refusals;
    private final ContentSecurity contentSecurity;
    private final CallLimits limits;
    private final ProgramCallers callers = new ProgramCallers();

    SecurityChains(SignIn signIn, Refusals refusals, ContentSecurity contentSecurity, CallLimitSettings limits) {
        this.signIn = signIn;
        this.refusals = refusals;
        this.contentSecurity = contentSecurity;
        this.limits = new CallLimits(limits, refusals);
    }

    /** The engine's REST API runs as the caller, so that the engine's own rights apply too. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, IdentityService identities) throws Exception {
        forPrograms(http.securityMatcher(path("/engine-rest/**")));
        return http.addFilterAfter(new EngineCaller(identities), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        forPrograms(http.securityMatcher(new OrRequestMatcher(path("/api/**"), path("/actuator/**"))));
        return http.build();
    }

    /** The description of the API, for every signed-in caller, by session or by credentials. */
    @Bean
    @Order(3)
    SecurityFilterChain apiDescription(HttpSecurity http) throws Exception {
        http.securityMatcher(new OrRequestMatcher(
                path("/v3/api-docs/**"), path("/v3/api-docs.yaml"), path("/swagger-ui/**"), path("/swagger-ui.html")));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        signIn.rest(http, refusals);
        signIn.watch(http);
        return guarded(http).build();
    }

    /** The pages. The web applications of the engine protect their own calls with a CSRF token of their own. */
    @Bean
    @Order(4)
    SecurityFilterChain web(HttpSecurity http) throws Exception {
        var pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(request -> request.getMethod().equals("GET") && Refusals.wantsPage(request));
        pages.setMatchingRequestParameterName(null);
        http.csrf(csrf -> csrf.ignoringRequestMatchers(path("/camunda/api/**")))
                .requestCache(cache -> cache.requestCache(pages))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?bye")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(CACHE))));
        signIn.web(http, refusals);
        signIn.watch(http);
        return guarded(http).build();
    }

    /**
     * Lets a page check for each menu entry whether the reader may open it. Because of the name of this bean, Spring
     * Security does not also look the address up among the mapped pages.
     */
    @Bean
    HttpServletRequestTransformer pathPatternRequestTransformer() {
        var byPath = new PathPatternRequestTransformer();
        return request -> new HttpServletRequestWrapper(byPath.transform(request)) {
            @Override
            public DispatcherType getDispatcherType() {
                return DispatcherType.REQUEST;
            }
        };
    }

    /** Nobody needs the duration of each filter. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    private void forPrograms(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        signIn.rest(http, refusals);
        guarded(http.addFilterBefore(callers, AuthorizationFilter.class));
    }

    private HttpSecurity guarded(HttpSecurity http) throws Exception {
        contentSecurity.addTo(http);
        return http.addFilterBefore(new SecureCookies(), HeaderWriterFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(SecurityChains::isSentByOtherSite)
                        .denyAll()
                        .anyRequest()
                        .access(byAccessRules()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    /**
     * Browsers name the site of the page that sends a request, and they send stored passwords along. Programs send no
     * such header.
     */
    private static boolean isSentByOtherSite(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        return from != null && !SAME_SITE_VALUES.contains(from) && !SAFE_METHODS.contains(request.getMethod());
    }

    private static AuthorizationManager<RequestAuthorizationContext> byAccessRules() {
        return (caller, context) -> {
            var rule = AccessRules.of(context.getRequest());
            if (rule.isEmpty()) {
                return new AuthorizationDecision(false);
            }
            var authorities = caller.get().getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .collect(Collectors.toSet());
            return new AuthorizationDecision(rule.get().allows(Role.among(authorities)));
        };
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
