package io.ordertrail.platform.access;

import java.time.Clock;
import java.util.Map;

import org.slf4j.MDC;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.ordertrail.actor.Actor;
import io.ordertrail.actor.Caller;
import io.ordertrail.actor.Stamp;

/** Returns the signed-in person or program as the one who acts. */
@Component
public class CurrentActor implements Actor {

    static final String SYSTEM = "ordertrail";

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final Clock clock;

    public CurrentActor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return isSignedIn()
                ? SecurityContextHolder.getContext().getAuthentication().getName()
                : SYSTEM;
    }

    @Override
    public Stamp stamp() {
        return new Stamp(name(), clock.instant());
    }

    /** Work that another thread does for a caller has no request; their sign-in then tells the address. */
    @Override
    public String origin() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            return current.getRequest().getRemoteAddr();
        }
        return isSignedIn()
                        && SecurityContextHolder.getContext()
                                        .getAuthentication()
                                        .getDetails()
                                instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    @Override
    public Caller caller() {
        var security = SecurityContextHolder.getContext();
        var log = MDC.getCopyOfContextMap();
        return work -> new DelegatingSecurityContextRunnable(() -> withLog(log, work), security).run();
    }

    private static void withLog(Map<String, String> fields, Runnable work) {
        var before = MDC.getCopyOfContextMap();
        setLog(fields);
        try {
            work.run();
        } finally {
            setLog(before);
        }
    }

    private static void setLog(Map<String, String> fields) {
        MDC.clear();
        if (fields != null) {
            MDC.setContextMap(fields);
        }
    }

    @Override
    public boolean isIn(String group) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return person != null
                && person.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority().equals(Role.authorityOf(group)));
    }

    @Override
    public boolean isOrdertrail() {
        return !isSignedIn();
    }

    /** Runs work in the name of a timer or a job; if somebody is signed in, in their name. */
    public void as(String name, Runnable work) {
        if (isSignedIn()) {
            work.run();
        } else {
            var system = UsernamePasswordAuthenticationToken.authenticated(name, null, AuthorityUtils.NO_AUTHORITIES);
            new DelegatingSecurityContextRunnable(work, new SecurityContextImpl(system)).run();
        }
    }

    private boolean isSignedIn() {
        return trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
    }
}
