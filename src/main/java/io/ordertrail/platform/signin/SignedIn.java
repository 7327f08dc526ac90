package io.ordertrail.platform.signin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** When and where somebody signed in; the session keeps it. */
record SignedIn(Instant at, String address) implements Serializable {

    boolean isOlderThan(Duration longest, Instant now) {
        return now.isAfter(at.plus(longest));
    }
}
