package io.ordertrail.platform.access;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords came before: this one is not checked, right or wrong. */
public class TooManyAttempts extends AuthenticationException {

    private final Duration wait;

    public TooManyAttempts(Duration wait) {
        super("Not checked: too many wrong passwords before");
        this.wait = wait;
    }

    Duration howLong() {
        return wait;
    }
}
