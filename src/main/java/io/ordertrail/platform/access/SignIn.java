package io.ordertrail.platform.access;

import java.time.Instant;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** The way in which people (web) and programs (rest) identify themselves. */
public interface SignIn {

    /** Returns the page to which a person who is not signed in is redirected. */
    String page();

    /**
     * @param http the chain to configure
     * @param refusal answers a person whose credentials are not checked at the moment
     */
    void web(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception;

    /**
     * @param http the chain to configure
     * @param refusal answers a call whose credentials are wrong
     */
    void rest(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception;

    /** Checks on a person's requests whether the sign-in is still valid. */
    default void watch(HttpSecurity http) throws Exception {}

    /**
     * Returns until when an answer that does not end by itself may go on, because a person who is deleted or disabled now
     * has to be out within a minute; empty if fifty seconds are fine.
     */
    default Optional<Instant> trustedUntil(HttpServletRequest request) {
        return Optional.empty();
    }

    /** Returns the value of the header WWW-Authenticate, which names the credentials that a program has to send. */
    String challenge();

    /** Returns the problem type for a call with missing or wrong credentials. */
    default String problemType(AuthenticationException why) {
        return "sign-in-needed";
    }

    /** Returns further origins at which a posted form may end, for the Content-Security-Policy. */
    default String formTargets() {
        return "";
    }
}
