package io.ordertrail.transaction;

/** Knows by which failures one way of reaching the database tells that others changed the same rows at the same moment. */
@FunctionalInterface
public interface ContentionSign {

    /**
     * @param failure one of those that caused each other
     */
    boolean isShownBy(Throwable failure);
}
