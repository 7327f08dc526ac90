package io.ordertrail.intake.file;

import io.ordertrail.refusal.Refusal;

/** A file holds no table that can be read. The message says why and what to do. */
public class UnreadableFile extends Refusal {

    UnreadableFile(String reason, Object... args) {
        super(Kind.INVALID, "file.refused." + reason, args);
    }
}
