package io.ordertrail.order.book;

/**
 * The work of people on an order that pages and API take in addition to the forms of its tasks. The person who has
 * claimed the task does all of its work; the process package implements it.
 */
public interface ClaimedWork {

    /** The key of the refusal. */
    String TAKEN = "task.taken";

    enum Work {
        REVIEW,
        CORRECTION,
        PICKING,
        DELIVERY
    }

    /**
     * Refuses work on a task of the order, or of any of its parcels, that a colleague has claimed.
     *
     * @throws io.ordertrail.refusal.Refusal when a colleague has claimed it
     */
    void requireUnclaimed(Work work, OrderNumber order);

    /**
     * Refuses work on the task of one parcel that a colleague has claimed.
     *
     * @param parcel its number
     *
     * @throws io.ordertrail.refusal.Refusal when a colleague has claimed it
     */
    void requireUnclaimed(Work work, OrderNumber order, String parcel);
}
