package io.ordertrail.intake.order;

/** What happens to the sound orders of a file. */
public enum ImportPolicy {
    /** A person decides once the file is checked. */
    ASK,
    /** If no order is faulty, all are entered; else a person decides. */
    ALL_OR_NOTHING,
    LEAVE_FAULTY_OUT,
    STOP_AT_FIRST
}
