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

/** Stores a new order together with the process that drives it: neither is there without the other. */
@Component
class StoreOrder {

    private final SecureRandom random = new SecureRandom();
    private final Orders orders;
    private final BuildLines linesOf;
    private final OrderProcess process;
    private final Timeline timeline;
    private final Actor actor;

    StoreOrder(Orders orders, BuildLines linesOf, OrderProcess process, Timeline timeline, Actor actor) {
        this.orders = orders;
        this.linesOf = linesOf;
        this.process = process;
        this.timeline = timeline;
        this.actor = actor;
    }

    /**
     * @throws io.ordertrail.refusal.InvalidInput with every fault that somebody has to be asked about
     * @throws DuplicateReference when the channel used this reference before
     */
    OrderNumber store(NewOrder entered) {
        var order = linesOf.order(OrderNumber.next(random), entered, actor.stamp());
        refuseSecond(entered);
        process.entered(order.number(), (instance, state) -> begin(order, instance, state));
        return order.number();
    }

    private void begin(Order order, String instance, OrderState state) {
        order.begin(instance, state, order.enteredAt());
        orders.save(order);
        timeline.moved(order, null);
    }

    private void refuseSecond(NewOrder entered) {
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
