package io.ordertrail.order.check;

import java.util.List;

import io.ordertrail.order.book.Finding;

/** The rules that hold orders. A process owner maintains them outside the program. */
public interface OrderRules {

    List<Finding> check(OrderFacts facts);
}
