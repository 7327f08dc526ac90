package io.ordertrail.order.book;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets an order to the state that its process has reached. Only the process calls it, in its transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MoveOrder {

    private final Orders orders;
    private final Timeline timeline;
    private final Clock clock;

    MoveOrder(Orders orders, Timeline timeline, Clock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.clock = clock;
    }

    public void move(OrderNumber number, OrderState to) {
        var order = orders.get(number);
        var from = order.state();
        if (order.move(to, clock.instant())) {
            timeline.moved(order, from);
        }
    }
}
