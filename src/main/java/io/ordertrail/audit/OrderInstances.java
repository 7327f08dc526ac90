package io.ordertrail.audit;

import java.util.List;

/** Knows the process instances of orders; the process package implements it. */
public interface OrderInstances {

    /** Compares every open order with its process instance, in one consistent snapshot. */
    List<OrderFault> faults();
}
