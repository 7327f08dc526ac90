package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

import io.ordertrail.platform.keycloak.KeycloakTokens.Answer;

/**
 * Checks regularly at Keycloak whether a sign-in is still valid and which groups the person is in. A refusal ends the
 * session; no answer changes nothing.
 */
class KeycloakWatch extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakWatch.class);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final KeycloakSettings settings;
    private final KeycloakTokens tokens;
    private final Clock clock;
    private final SecurityContextRepository contexts = new DelegatingSecurityContextRepository(
            new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());
    private final Cache<String, Watched> watched =
            Caffeine.newBuilder().expireAfterAccess(FORGOTTEN_AFTER).build();

    KeycloakWatch(KeycloakSettings settings, KeycloakTokens tokens, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken signedIn) {
            check(signedIn, request, response);
        }
        chain.doFilter(request, response);
    }

    private void check(OAuth2AuthenticationToken signedIn, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        try {
            var state = StoredSignIn.of(session)
                    .flatMap(kept -> watched.get(kept.id(), id -> new Watched())
                            .check(kept, (OidcUser) signedIn.getPrincipal()));
            if (state.isPresent()) {
                keep(state.get(), signedIn, session, request, response);
            } else {
                end(session);
            }
        } catch (IllegalStateException endedMeanwhile) {
            SecurityContextHolder.clearContext();
        }
    }

    private void keep(
            State state,
            OAuth2AuthenticationToken before,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!StoredSignIn.of(session).filter(state.kept()::equals).isPresent()) {
            state.kept().storeIn(session);
        }
        if (!isSame(before, state.person())) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new OAuth2AuthenticationToken(
                    state.person(), state.person().getAuthorities(), before.getAuthorizedClientRegistrationId()));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
    }

    private static boolean isSame(Authentication before, OidcUser now) {
        return before.getName().equals(now.getName())
                && Set.copyOf(before.getAuthorities()).equals(Set.copyOf(now.getAuthorities()));
    }

    private static void end(HttpSession session) {
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }

    private record State(StoredSignIn kept, OidcUser person) {}

    /**
     * The newest state of one sign-in that this node knows. Requests of one session can run in parallel, and each may
     * have read an older state. One of them calls Keycloak while the others wait for the result, so that no refresh
     * token is used twice.
     */
    private final class Watched {

        private State newest;
        private Instant askAgain = Instant.MIN;
        private boolean ended;

        synchronized Optional<State> check(StoredSignIn kept, OidcUser person) {
            if (newest == null || newest.kept().checked().isBefore(kept.checked())) {
                newest = new State(kept, person);
            }
            var now = clock.instant();
            if (newest.kept().isOlderThan(settings.longest(), now)) {
                end("it is older than " + settings.longest());
            } else if (!ended && newest.kept().isToBeChecked(now, settings.checkAfter()) && !now.isBefore(askAgain)) {
                ask(now);
            }
            return ended ? Optional.empty() : Optional.of(newest);
        }

        private void ask(Instant now) {
            var answer = tokens.renew(newest.kept().refreshToken());
            if (answer instanceof Answer.Refused refused) {
                end(refused.why());
            } else if (answer instanceof Answer.Granted granted) {
                goOn(granted, now);
            } else {
                askAgain = now.plus(BETWEEN_CHECKS);
            }
        }

        private void goOn(Answer.Granted granted, Instant now) {
            if (newest.person().getSubject().equals(granted.person().getSubject())
                    && KeycloakClaims.isNamed(granted.person())) {
                newest = new State(
                        newest.kept().renewed(granted.refreshToken(), now), KeycloakSignIn.person(granted.person()));
            } else {
                end("it now belongs to another person");
            }
        }

        private void end(String why) {
            ended = true;
            LOG.info("Signed {} out: {}", newest.person().getName(), why);
        }
    }
}
