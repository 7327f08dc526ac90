package io.ordertrail.platform.signin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.ordertrail.platform.engine.People.Person;

/**
 * When, where and with which password somebody signed in; the session keeps it.
 *
 * @param passwordMark tells one stored password from another, and nothing about either
 */
record SignedIn(Instant at, String address, int passwordMark) implements Serializable {

    static SignedIn of(Person person, Instant at, String address) {
        return new SignedIn(at, address, markOf(person));
    }

    boolean isOlderThan(Duration longest, Instant now) {
        return now.isAfter(at.plus(longest));
    }

    boolean hasPasswordOf(Person stored) {
        return passwordMark == markOf(stored);
    }

    private static int markOf(Person person) {
        return Objects.hashCode(person.passwordHash());
    }
}
