package io.ordertrail.process.order;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.stock.replenishment.AvailabilityDate;

/**
 * The day by which a waiting order can reach its customer: the availability date of the goods plus the usual days of
 * transport.
 */
@Component
public class DeliveryPromise {

    private final AvailabilityDate availabilityDate;
    private final Deadlines deadlines;
    private final Orders orders;

    DeliveryPromise(AvailabilityDate availabilityDate, Deadlines deadlines, Orders orders) {
        this.availabilityDate = availabilityDate;
        this.deadlines = deadlines;
        this.orders = orders;
    }

    /**
     * Calculates the day; an order that does not wait costs no query.
     *
     * @return empty when the order does not wait or the availability date is unknown
     */
    public Optional<LocalDate> of(Order order) {
        return order.state() == OrderState.WAITING_FOR_STOCK
                ? availabilityDate.of(order.number()).map(deadlines::deliveryOfGoodsOn)
                : Optional.empty();
    }

    /** The day by which a parcel of the order that leaves now should be delivered. */
    public LocalDate ofShipped(OrderNumber order) {
        return deadlines.deliveryOf(orders.get(order).requestedDelivery());
    }
}
