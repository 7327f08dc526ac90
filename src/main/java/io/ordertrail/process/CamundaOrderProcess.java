package io.ordertrail.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import io.ordertrail.order.Order;
import io.ordertrail.order.OrderEntry;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.OrderProcess;
import io.ordertrail.order.OrderRefuses;
import io.ordertrail.process.OrderFulfilment.Message;
import io.ordertrail.stock.Unwritten;

/** Starts the process of an order and tells it the news. */
@Component
class CamundaOrderProcess implements OrderProcess {

  private final RuntimeService runtime;
  private final NewestDiagram newest;
  private final OrderOnItsWay onItsWay;
  private final Turn turn;
  private final News news;
  private final Unwritten unwritten;

  CamundaOrderProcess(RuntimeService runtime, NewestDiagram newest, OrderOnItsWay onItsWay, Turn turn, News news, Unwritten unwritten) {
    this.runtime = runtime;
    this.newest = newest;
    this.onItsWay = onItsWay;
    this.turn = turn;
    this.news = news;
    this.unwritten = unwritten;
  }

  @Override
  public Order turn(OrderNumber number) {
    return turn.take(number);
  }

  @Override
  public void entered(OrderNumber number, OrderEntry entry) {
    unwritten.begin(number);
    onItsWay.starting(entry, () -> runtime.startProcessInstanceById(newest.id(), number.value()));
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
      throw new OrderRefuses(refusal, order);
    }
  }
}
