package io.ordertrail.process;

import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import io.ordertrail.order.Timeline;
import io.ordertrail.process.OrderFulfilment.Message;
import io.ordertrail.shipment.Deliveries;
import io.ordertrail.stock.QueueForStock;
import io.ordertrail.stock.WaitingOrders;

/** Tells the process of an order what stock and carriers have news of; an order that does not wait for it goes on as it is. */
@Component
class CamundaNews implements WaitingOrders, Deliveries {

  private final News news;
  private final Orders orders;
  private final OrderNeed need;
  private final QueueForStock queueForStock;
  private final Timeline timeline;

  CamundaNews(News news, Orders orders, OrderNeed need, QueueForStock queueForStock, Timeline timeline) {
    this.news = news;
    this.orders = orders;
    this.need = need;
    this.queueForStock = queueForStock;
    this.timeline = timeline;
  }

  @Override
  public void lock(OrderNumber order) {
    orders.getLocked(order);
  }

  @Override
  public void allSetAside(OrderNumber order) {
    tell(order, Message.STOCK_ARRIVED);
  }

  @Override
  public void lost(OrderNumber order) {
    lock(order);
    timeline.note(order, "stock-lost", null);
    if (queueForStock.waits(order)) {
      queueForStock.queue(need.of(order));
    } else {
      tell(order, Message.STOCK_LOST);
    }
  }

  @Override
  public boolean isOver(OrderNumber order) {
    return orders.get(order).state().ended();
  }

  @Override
  public void refused(OrderNumber order) {
    timeline.note(order, "stock-refused", null);
  }

  @Override
  public void delivered(OrderNumber order) {
    lock(order);
    timeline.note(order, "delivery", null);
    tell(order, Message.ORDER_DELIVERED);
  }

  private void tell(OrderNumber order, String message) {
    news.bringIfAwaited(message, orders.get(order).processInstance());
  }
}
