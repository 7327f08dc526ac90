package io.ordertrail.platform.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** The way in which people (web) and programs (rest) identify themselves. */
public interface SignIn {

    /** Returns the page to which a person who is not signed in is redirected. */
    String page();

    void web(HttpSecurity http) throws Exception;

    /**
     * @param http the chain to configure
     * @param refusal answers a call whose credentials are wrong
     */
    void rest(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception;

    /** Checks on a person's requests whether the sign-in is still valid. */
    default void watch(HttpSecurity http) throws Exception {}

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
