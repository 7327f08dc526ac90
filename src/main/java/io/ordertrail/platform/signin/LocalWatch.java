package io.ordertrail.platform.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.People;
import io.ordertrail.platform.engine.People.Person;

/**
 * Looks regularly whether a person who has signed in still exists, with the same password, and which groups they are
 * in. Ends the sessions of deleted people, those of a former password, and each session that has lasted long enough.
 */
class LocalWatch extends OncePerRequestFilter {

    /** Short enough that a stock stream which was opened last ends within the minute. */
    static final Duration TRUSTED = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(LocalWatch.class);
    private static final int MOST = 10_000;

    private final People people;
    private final Duration longest;
    private final Clock clock;
    private final SecurityContextRepository contexts = new DelegatingSecurityContextRepository(
            new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());
    private final Cache<String, Optional<Stored>> stored;

    private record Stored(Person person, Set<String> authorities) {}

    LocalWatch(People people, Duration longest, Clock clock) {
        this.people = people;
        this.longest = longest;
        this.clock = clock;
        this.stored = Caffeine.newBuilder()
                .expireAfterWrite(TRUSTED)
                .maximumSize(MOST)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && person.getDetails() instanceof SignedIn how) {
            check(person, how, request, response);
        }
        chain.doFilter(request, response);
    }

    private void check(Authentication person, SignedIn how, HttpServletRequest request, HttpServletResponse response) {
        var now = stored.get(person.getName(), this::find);
        if (how.isOlderThan(longest, clock.instant())) {
            end(person, "the session is older than " + longest, request);
        } else if (now.isEmpty()) {
            end(person, "deleted", request);
        } else if (!how.hasPasswordOf(now.get().person())) {
            end(person, "the password was changed", request);
        } else if (!now.get().authorities().equals(authoritiesOf(person))) {
            replace(person, now.get().authorities(), request, response);
        }
    }

    /** Finds a person and their authorities; empty if there is no such person any more. */
    private Optional<Stored> find(String name) {
        return people.find(name)
                .map(person -> new Stored(
                        person,
                        people.groupsOf(name).stream().map(Role::authorityOf).collect(Collectors.toSet())));
    }

    private static Set<String> authoritiesOf(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }

    private void replace(
            Authentication before, Set<String> rightsNow, HttpServletRequest request, HttpServletResponse response) {
        var person = UsernamePasswordAuthenticationToken.authenticated(
                before.getPrincipal(), null, AuthorityUtils.createAuthorityList(Set.copyOf(rightsNow)));
        person.setDetails(before.getDetails());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static void end(Authentication person, String why, HttpServletRequest request) {
        LOG.info("Signed {} out: {}", person.getName(), why);
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
