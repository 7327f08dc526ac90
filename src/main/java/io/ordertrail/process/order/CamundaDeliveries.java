package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.shipment.Deliveries;
import io.ordertrail.process.engine.News;
import io.ordertrail.process.engine.Turn;

/** Tells the process of an order that a carrier has delivered a parcel of it. */
@Component
class CamundaDeliveries implements Deliveries {

  private final News news;
  private final Turn turn;
  private final Timeline timeline;

  CamundaDeliveries(News news, Turn turn, Timeline timeline) {
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
