package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.engine.OrderLock;
import io.ordertrail.shipment.DeliveryProcess;

/** Tells the process of an order that a carrier has delivered a parcel of it. */
@Component
class CamundaDeliveryProcess implements DeliveryProcess {

    private final MessageCorrelation news;
    private final OrderLock turn;
    private final Timeline timeline;

    CamundaDeliveryProcess(MessageCorrelation news, OrderLock turn, Timeline timeline) {
        this.news = news;
        this.turn = turn;
        this.timeline = timeline;
    }

    @Override
    public void delivered(OrderNumber order, String trackingNumber) {
        turn.take(order);
        timeline.note(order, "delivery", null);
        news.bring(Message.ORDER_DELIVERED, order, Variable.TRACKING_NUMBER, trackingNumber);
    }
}
