package io.ordertrail.process.order;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.stock.replenishment.AvailabilityDate;

/** The day by which an order that waits for goods can be with its customer: when the goods come, and the usual days of transport. */
@Component
public class DeliveryPromise {

    private final AvailabilityDate goods;
    private final Deadlines deadlines;

    DeliveryPromise(AvailabilityDate goods, Deadlines deadlines) {
        this.goods = goods;
        this.deadlines = deadlines;
    }

    /** @return empty where the order does not wait, or nobody can say; orders that do not wait cost no look */
    public Optional<LocalDate> of(Order order) {
        return order.state() == OrderState.WAITING_FOR_STOCK
                ? goods.of(order.number()).map(deadlines::deliveryOfGoodsOn)
                : Optional.empty();
    }
}
