package io.ordertrail.order.book;

/** An order that is stored as soon as its process has started. Neither exists without the other. */
@FunctionalInterface
public interface OrderEntry {

    /**
     * Stores the order when its process instance has started.
     *
     * @param state the state that the first element of the diagram names
     */
    void begin(String processInstance, OrderState state);
}
