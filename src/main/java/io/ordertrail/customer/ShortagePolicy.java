package io.ordertrail.customer;

/** How a customer's orders are handled when goods are short. With ASK, sales asks the customer. */
public enum ShortagePolicy {
    ASK,
    WAIT,
    SHIP_AVAILABLE,
    CANCEL
}
