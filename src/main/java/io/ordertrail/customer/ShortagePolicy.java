package io.ordertrail.customer;

/** What a customer always wants when goods are short. ASK leaves it to sales. */
public enum ShortagePolicy {
    ASK,
    WAIT,
    SHIP_AVAILABLE,
    CANCEL
}
