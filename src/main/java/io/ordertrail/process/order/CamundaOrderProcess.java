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

/** Starts the process of an order and tells it the news. */
@Component
class CamundaOrderProcess implements OrderProcess {

    private final StartOrder startOrder;
    private final OrderLock turn;
    private final MessageCorrelation news;

    CamundaOrderProcess(StartOrder startOrder, OrderLock turn, MessageCorrelation news) {
        this.startOrder = startOrder;
        this.turn = turn;
        this.news = news;
    }

    @Override
    public Order turn(OrderNumber number) {
        return turn.take(number);
    }

    @Override
    public void entered(OrderNumber number, OrderEntry entry) {
        startOrder.start(number, entry);
    }

    @Override
    public void cancellationRequested(Order order) {
        tell(order, Message.CANCELLATION_REQUESTED, "cancellation");
    }

    @Override
    public void delivered(Order order) {
        tell(order, Message.ORDER_DELIVERED, "delivery");
    }

    @Override
    public void receiptConfirmed(Order order) {
        tell(order, Message.RECEIPT_CONFIRMED, "receipt");
    }

    private void tell(Order order, String message, String refusal) {
        if (!news.bring(message, order.number())) {
            throw new OrderRefusal(refusal, order);
        }
    }
}
