package io.ordertrail.customer;

/** Who comes first when goods are short; among equals, who ordered first. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW
}
