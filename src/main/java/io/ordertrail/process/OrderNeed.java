package io.ordertrail.process;

import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import io.ordertrail.stock.Need;

/** An order as the stock sees it. */
@Component
public class OrderNeed {

  private final Orders orders;

  OrderNeed(Orders orders) {
    this.orders = orders;
  }

  public Need of(OrderNumber number) {
    var order = orders.get(number);
    return new Need(number, order.wanted(), order.shipTo().country(), order.enteredAt());
  }
}
