package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderLock;
import io.ordertrail.shipment.DeliveryProcess;

/** Tells the process of an order that a carrier has delivered one of its parcels. */
@Component
class CamundaDeliveryProcess implements DeliveryProcess {

    private final MessageCorrelation messages;
    private final OrderLock orderLock;
    private final Timeline timeline;

    CamundaDeliveryProcess(MessageCorrelation messages, OrderLock orderLock, Timeline timeline) {
        this.messages = messages;
        this.orderLock = orderLock;
        this.timeline = timeline;
    }

    @Override
    public void delivered(OrderNumber order, String parcel) {
        orderLock.lock(order);
        timeline.note(order, "delivery", null);
        messages.correlate(Message.PARCEL_DELIVERED, order, parcel);
    }
}
