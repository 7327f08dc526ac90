package io.ordertrail.actor;

import java.time.Instant;

/** Who did something, and when. */
public record Stamp(String by, Instant at) {

    /** The same time under another name, such as that of the rule that decided. */
    public Stamp inNameOf(String name) {
        return new Stamp(name, at);
    }
}
