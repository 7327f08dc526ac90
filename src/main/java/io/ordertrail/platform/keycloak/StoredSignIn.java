package io.ordertrail.platform.keycloak;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.servlet.http.HttpSession;

/**
 * What a session keeps of a sign-in at Keycloak, to ask there later whether it still holds.
 *
 * @param id names this sign-in within this application, however often its session is renamed
 */
record StoredSignIn(String id, String refreshToken, Instant signedIn, Instant checked) implements Serializable {

    private static final String ATTRIBUTE = StoredSignIn.class.getName();

    static StoredSignIn begun(String refreshToken, Instant now) {
        return new StoredSignIn(UUID.randomUUID().toString(), refreshToken, now, now);
    }

    static Optional<StoredSignIn> of(HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((StoredSignIn) session.getAttribute(ATTRIBUTE));
    }

    void keepIn(HttpSession session) {
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
