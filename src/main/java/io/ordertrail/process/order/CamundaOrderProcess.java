package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderEntry;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.OrderRefusal;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderLock;

/** Starts the process of an order and passes messages to it. */
@Component
class CamundaOrderProcess implements OrderProcess {

    private final StartOrder startOrder;
    private final OrderLock orderLock;
    private final MessageCorrelation messages;

    CamundaOrderProcess(StartOrder startOrder, OrderLock orderLock, MessageCorrelation messages) {
        this.startOrder = startOrder;
        this.orderLock = orderLock;
        this.messages = messages;
    }

    @Override
    public Order lock(OrderNumber number) {
        return orderLock.lock(number);
    }

    @Override
    public void entered(OrderNumber number, OrderEntry entry) {
        startOrder.start(number, entry);
    }

    @Override
    public void cancellationRequested(Order order) {
        send(order, Message.CANCELLATION_REQUESTED, "cancellation");
    }

    @Override
    public void delivered(Order order) {
        send(order, Message.PARCEL_DELIVERED, "delivery");
    }

    @Override
    public void receiptConfirmed(Order order) {
        send(order, Message.RECEIPT_CONFIRMED, "receipt");
    }

    private void send(Order order, String message, String refusal) {
        if (!messages.correlate(message, order.number())) {
            throw new OrderRefusal(refusal, order);
        }
    }
}
