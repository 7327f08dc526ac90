package io.ordertrail.platform.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** The way in which a person (web) and a program (rest) say who they are. */
public interface SignIn {

    /** Where somebody is sent who has to sign in first. */
    String page();

    void web(HttpSecurity http) throws Exception;

    /** @param refusal answers a call that says wrongly who makes it */
    void rest(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception;

    /** Looks at a person's requests whether what they signed in with still holds. */
    default void watch(HttpSecurity http) throws Exception {}

    /** What a program is told to bring, as the header WWW-Authenticate says it. */
    String challenge();

    /** The problem of a call that did not say, or said wrongly, who makes it. */
    default String lacking(AuthenticationException why) {
        return "sign-in-needed";
    }

    /** Places besides our own at which a posted form may end, for the Content-Security-Policy. */
    default String formTargets() {
        return "";
    }
}
