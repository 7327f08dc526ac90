package io.ordertrail.order.book;

import io.ordertrail.actor.Caller;

/** A new order, and the caller who enters it. */
public record EnteredOrder(Order order, Caller caller) {}
