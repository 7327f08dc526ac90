package io.ordertrail.platform.keycloak;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.servlet.http.HttpSession;

/**
 * The data of a sign-in at Keycloak that a session stores, to check later whether it is still valid.
 *
 * @param id identifies this sign-in within this application, even if the id of its session changes
 * @param refreshToken renews the sign-in at Keycloak
 * @param signedIn when the person signed in
 * @param checked when Keycloak last confirmed the sign-in
 */
record StoredSignIn(String id, String refreshToken, Instant signedIn, Instant checked) implements Serializable {

    private static final String ATTRIBUTE = StoredSignIn.class.getName();

    static StoredSignIn begun(String refreshToken, Instant now) {
        return new StoredSignIn(UUID.randomUUID().toString(), refreshToken, now, now);
    }

    static Optional<StoredSignIn> of(HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((StoredSignIn) session.getAttribute(ATTRIBUTE));
    }

    void storeIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    StoredSignIn renewed(String newToken, Instant now) {
        return new StoredSignIn(id, newToken, signedIn, now);
    }

    boolean isToBeChecked(Instant now, Duration after) {
        return !now.isBefore(checked.plus(after));
    }

    boolean isOlderThan(Duration longest, Instant now) {
        return now.isAfter(signedIn.plus(longest));
    }

    @Override
    public String toString() {
        return "sign-in of " + signedIn;
    }
}
