package io.ordertrail.web;

import io.ordertrail.order.FactsOf;
import io.ordertrail.order.OrderFacts;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the facts that a reviewer decides an order on. */
@Component
@Transactional(readOnly = true)
class ReadReview {

  private final Orders orders;
  private final FactsOf factsOf;

  ReadReview(Orders orders, FactsOf factsOf) {
    this.orders = orders;
    this.factsOf = factsOf;
  }

  OrderFacts facts(OrderNumber number) {
    return factsOf.facts(orders.get(number));
  }
}
