package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderLock;
import io.ordertrail.process.engine.Timers;
import io.ordertrail.shipment.DeliveryProcess;

/** Tells the process of an order what a carrier reports about one of its parcels. */
@Component
class CamundaDeliveryProcess implements DeliveryProcess {

    private final MessageCorrelation messages;
    private final Timers timers;
    private final OrderLock orderLock;
    private final Timeline timeline;

    CamundaDeliveryProcess(MessageCorrelation messages, Timers timers, OrderLock orderLock, Timeline timeline) {
        this.messages = messages;
        this.timers = timers;
        this.orderLock = orderLock;
        this.timeline = timeline;
    }

    @Override
    public void delivered(OrderNumber order, String parcel) {
        orderLock.lock(order);
        timeline.note(order, "delivery", null);
        messages.correlate(Message.PARCEL_DELIVERED, order, parcel);
    }

    /** Nobody waits until the delivery is overdue: the task that finds out where the parcel is opens at once. */
    @Override
    public void inTrouble(OrderNumber order, String parcel, String status) {
        orderLock.lock(order);
        timeline.note(order, "delivery-trouble", status);
        timers.fire(order, Element.DELIVERY_OVERDUE, parcel);
    }
}
