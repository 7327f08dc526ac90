package io.ordertrail.order.book;

/** An order that is about to be stored, waiting for the process that drives it: neither is there without the other. */
@FunctionalInterface
public interface OrderEntry {

    /** The process instance has started, in the state that the first element of the diagram says. */
    void begin(String processInstance, OrderState state);
}
