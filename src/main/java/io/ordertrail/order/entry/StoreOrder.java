package io.ordertrail.order.entry;

import java.security.SecureRandom;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Stores a new order and starts its process, in one transaction. */
@Component
class StoreOrder {

    private final SecureRandom random = new SecureRandom();
    private final Orders orders;
    private final BuildLines buildLines;
    private final OrderProcess process;
    private final Timeline timeline;
    private final Actor actor;

    StoreOrder(Orders orders, BuildLines buildLines, OrderProcess process, Timeline timeline, Actor actor) {
        this.orders = orders;
        this.buildLines = buildLines;
        this.process = process;
        this.timeline = timeline;
        this.actor = actor;
    }

    /**
     * Stores the order.
     *
     * @throws io.ordertrail.refusal.InvalidInput with every fault that only a query finds
     * @throws DuplicateReference when the channel used this reference before
     */
    OrderNumber store(NewOrder entered) {
        var order = buildLines.order(OrderNumber.next(random), entered, actor.stamp());
        refuseDuplicateReference(entered);
        process.entered(order.number(), (instance, state) -> begin(order, instance, state));
        return order.number();
    }

    private void begin(Order order, String instance, OrderState state) {
        order.begin(instance, state, order.enteredAt());
        orders.save(order);
        timeline.moved(order, null);
    }

    private void refuseDuplicateReference(NewOrder entered) {
        if (entered.externalReference() != null) {
            orders.numberOf(
                            entered.channel() == null ? Order.DEFAULT_CHANNEL : entered.channel(),
                            entered.externalReference())
                    .ifPresent(first -> {
                        throw new DuplicateReference(entered.externalReference(), first);
                    });
        }
    }
}
