package io.ordertrail.web.order;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.check.GatherFacts;
import io.ordertrail.order.check.OrderFacts;

/** Reads the facts that a reviewer needs to decide on an order. */
@Component
@Transactional(readOnly = true)
public class ReadReview {

    private final Orders orders;
    private final GatherFacts gatherFacts;

    ReadReview(Orders orders, GatherFacts gatherFacts) {
        this.orders = orders;
        this.gatherFacts = gatherFacts;
    }

    public OrderFacts facts(OrderNumber number) {
        return gatherFacts.facts(orders.get(number));
    }
}
