package io.ordertrail.platform.access;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/** Refuses calls of a person or program that makes too many of them, so that the others still get answers. */
public class CallLimits extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CallLimits.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    /** Who changes a password in Admin has to send their own, which somebody at a foreign screen could try out. */
    private static final Pattern PASSWORD = Pattern.compile(".*/(user/[^/]+/credentials|identity/verify)/?");

    private static final int PASSWORDS = 10;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/engine-rest/", "/camunda/api/");

    private final CallLimitSettings settings;
    private final Refusals refusals;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    /** A bucket that nobody takes from is full again after a minute, and can be forgotten. */
    private final Cache<Limit, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(PERIOD).maximumSize(MOST).build();

    /** Whoever makes too many calls is logged once a minute. */
    private final Cache<String, Boolean> refused =
            Caffeine.newBuilder().expireAfterWrite(PERIOD).maximumSize(MOST).build();

    public CallLimits(CallLimitSettings settings, Refusals refusals) {
        this.settings = settings;
        this.refusals = refusals;
    }

    private enum Kind {
        CALL,
        SEARCH,
        PASSWORD
    }

    private record Limit(String caller, Kind kind, int most) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        var wait = trust.isAuthenticated(caller) ? waitOf(request, caller) : Duration.ZERO;
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            refused.get(caller.getName(), CallLimits::log);
            refusals.tooMany(request, response, "too-many-calls", wait);
        }
    }

    private static Boolean log(String caller) {
        LOG.info("Refused to {}: too many calls or searches", caller);
        return true;
    }

    private Duration waitOf(HttpServletRequest request, Authentication caller) {
        return kinds(request)
                .map(kind -> new Limit(caller.getName(), kind, most(kind, caller)))
                .map(this::take)
                .filter(wait -> !wait.isZero())
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** A search is a request that says what it looks for. The address is decoded, as for the page that answers it. */
    private static Stream<Kind> kinds(HttpServletRequest request) {
        var path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        var isCall = FOR_PROGRAMS.stream().anyMatch(path::startsWith);
        var isSearch = READING.contains(request.getMethod()) && request.getQueryString() != null;
        var isPassword = isCall && PASSWORD.matcher(path).matches();
        return Stream.of(Kind.values()).filter(kind -> switch (kind) {
            case CALL -> isCall;
            case SEARCH -> isSearch;
            case PASSWORD -> isPassword;
        });
    }

    private int most(Kind kind, Authentication caller) {
        var isProgram = caller.getAuthorities().stream()
                .anyMatch(authority -> Role.SYSTEMS.authority().equals(authority.getAuthority()));
        return switch (kind) {
            case CALL -> isProgram ? settings.programCalls() : settings.calls();
            case SEARCH -> isProgram ? settings.programSearches() : settings.searches();
            case PASSWORD -> PASSWORDS;
        };
    }

    private Duration take(Limit limit) {
        var taken = buckets.get(limit, CallLimits::full).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(taken.getNanosToWaitForRefill());
    }

    private static Bucket full(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.most()).refillGreedy(limit.most(), PERIOD))
                .build();
    }
}
