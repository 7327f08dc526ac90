package io.ordertrail.transaction;

/** Recognizes the failures by which a database library reports that other transactions changed the same rows. */
@FunctionalInterface
public interface ContentionSign {

    /**
     * Tells whether a failure reports contention.
     *
     * @param failure one exception of the chain of causes
     */
    boolean matches(Throwable failure);
}
