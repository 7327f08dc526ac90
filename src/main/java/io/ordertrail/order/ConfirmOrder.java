package io.ordertrail.order;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises the goods to the customer; never before they are set aside. */
@Service
@Transactional
public class ConfirmOrder {

  private final Orders orders;

  ConfirmOrder(Orders orders) {
    this.orders = orders;
  }

  /**
   * @param setAside pieces per product that the order has
   * @throws OrderRefuses when they are not what the customer gets
   */
  public void confirm(OrderNumber number, Map<String, Integer> setAside) {
    orders.get(number).confirm(setAside);
  }
}
