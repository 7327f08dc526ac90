package io.ordertrail.order;

import java.util.List;

/** The rules that orders are held by; a process owner keeps them outside the program. */
public interface OrderRules {

  List<Finding> check(OrderFacts facts);
}
