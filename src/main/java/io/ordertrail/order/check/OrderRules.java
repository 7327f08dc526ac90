package io.ordertrail.order.check;

import java.util.List;

import io.ordertrail.order.book.Finding;

/** The rules that orders are held by; a process owner keeps them outside the program. */
public interface OrderRules {

    List<Finding> check(OrderFacts facts);
}
