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
 * Asks Keycloak now and then whether who is signed in still is, and which groups they are in by now. A no ends the
 * session; no answer changes nothing.
 */
class KeycloakWatch extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakWatch.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);
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
            look(signedIn, request, response);
        }
        chain.doFilter(request, response);
    }

    private void look(OAuth2AuthenticationToken signedIn, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        try {
            var standing = StoredSignIn.of(session)
                    .flatMap(kept ->
                            watched.get(kept.id(), id -> new Watched()).look(kept, (OidcUser) signedIn.getPrincipal()));
            if (standing.isPresent()) {
                keep(standing.get(), signedIn, session, request, response);
            } else {
                end(session);
            }
        } catch (IllegalStateException endedMeanwhile) {
            SecurityContextHolder.clearContext();
        }
    }

    private void keep(
            Standing standing,
            OAuth2AuthenticationToken before,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!StoredSignIn.of(session).filter(standing.kept()::equals).isPresent()) {
            standing.kept().keepIn(session);
        }
        if (!isSame(before, standing.person())) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new OAuth2AuthenticationToken(
                    standing.person(), standing.person().getAuthorities(), before.getAuthorizedClientRegistrationId()));
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

    private record Standing(StoredSignIn kept, OidcUser person) {}

    /**
     * The newest that this node knows of one sign-in. Requests of one session come side by side, and each may have read
     * an older state of it: one of them asks Keycloak while the others wait for what comes of it, so that no refresh
     * token is used twice.
     */
    private final class Watched {

        private Standing newest;
        private Instant askAgain = Instant.MIN;
        private boolean ended;

        synchronized Optional<Standing> look(StoredSignIn kept, OidcUser person) {
            if (newest == null || newest.kept().checked().isBefore(kept.checked())) {
                newest = new Standing(kept, person);
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
                askAgain = now.plus(BETWEEN_QUESTIONS);
            }
        }

        private void goOn(Answer.Granted granted, Instant now) {
            if (newest.person().getSubject().equals(granted.person().getSubject())
                    && KeycloakClaims.isNamed(granted.person())) {
                newest = new Standing(
                        newest.kept().renewed(granted.refreshToken(), now), KeycloakSignIn.person(granted.person()));
            } else {
                end("it belongs to somebody else by now");
            }
        }

        private void end(String why) {
            ended = true;
            LOG.info("A sign-in ended: {}", why);
        }
    }
}
