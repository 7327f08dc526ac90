package io.ordertrail.intake.document;

import io.ordertrail.refusal.Refusal;

/** A document cannot be read, or lacks what every order has. The message says where, and what was expected. */
public class UnreadableDocument extends Refusal {

    UnreadableDocument(String reason, Object... args) {
        super(Kind.INVALID, "document.refuses." + reason, args);
    }
}
