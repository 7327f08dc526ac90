package io.ordertrail.actor;

import java.time.Instant;

/** Who did something, and when. */
public record Stamp(String by, Instant at) {

    /** The same moment in another name, such as that of the rule that decided. */
    public Stamp inNameOf(String other) {
        return new Stamp(other, at);
    }
}
