package io.ordertrail.order;

import java.util.List;

import org.springframework.stereotype.Component;

/** Asks once for all orders that are entered in one transaction what the entry of each is going to ask. */
@Component
class LookUp {

  private final LinesOf linesOf;
  private final OtherOrders otherOrders;

  LookUp(LinesOf linesOf, OtherOrders otherOrders) {
    this.linesOf = linesOf;
    this.otherOrders = otherOrders;
  }

  /** @param entered of a customer one at most */
  void lookUp(List<NewOrder> entered) {
    linesOf.lookUp(entered);
    otherOrders.lookUp(entered);
  }
}
