package io.ordertrail.change;

/** What a person or a program did. */
public enum Act {
    CREATED,
    CHANGED,
    REMOVED,
    PROPOSED,
    APPROVED,
    WITHDRAWN,
    EXPIRED,
    EXPORTED,
    /** What told who a person is, was erased. */
    ERASED
}
