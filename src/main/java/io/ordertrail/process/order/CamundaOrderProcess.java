package io.ordertrail.process.order;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.EnteredOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;
import io.ordertrail.order.book.OrderRefusal;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderLock;

/** Starts the processes of orders and passes messages to them. */
@Component
class CamundaOrderProcess implements OrderProcess {

    private final StartOrders startOrders;
    private final OrderLock orderLock;
    private final MessageCorrelation messages;

    CamundaOrderProcess(StartOrders startOrders, OrderLock orderLock, MessageCorrelation messages) {
        this.startOrders = startOrders;
        this.orderLock = orderLock;
        this.messages = messages;
    }

    @Override
    public Order lock(OrderNumber number) {
        return orderLock.lock(number);
    }

    @Override
    public void start(List<EnteredOrder> orders) {
        startOrders.start(orders);
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
