package io.ordertrail.intake.order;

/** What happens to the sound orders of a file in which others are faulty. */
public enum ImportPolicy {
    ALL_OR_NOTHING,
    LEAVE_FAULTY_OUT
}
