package io.ordertrail.search;

/** Whose search finds a word, and how its hash is made. */
public enum Reach {
    /** A code or a name of a product: everybody's search, hashed without a key. */
    OPEN,
    /** A personal field that everybody sees who sees orders, such as the name of a customer: hashed with the key. */
    PERSONAL,
    /** A personal field that only some people see, such as the street of a receiver: hashed with the key. */
    RECIPIENT
}
