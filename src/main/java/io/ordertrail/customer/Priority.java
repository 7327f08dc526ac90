package io.ordertrail.customer;

/** Which orders get scarce goods first; among equals, the oldest order. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW
}
