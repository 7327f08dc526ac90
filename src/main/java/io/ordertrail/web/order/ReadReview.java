package io.ordertrail.web.order;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.check.GatherFacts;
import io.ordertrail.order.check.OrderFacts;

/** Reads the facts that a reviewer decides an order on. */
@Component
@Transactional(readOnly = true)
public class ReadReview {

    private final Orders orders;
    private final GatherFacts factsOf;

    ReadReview(Orders orders, GatherFacts factsOf) {
        this.orders = orders;
        this.factsOf = factsOf;
    }

    public OrderFacts facts(OrderNumber number) {
        return factsOf.facts(orders.get(number));
    }
}
