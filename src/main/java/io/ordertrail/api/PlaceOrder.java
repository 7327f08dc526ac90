package io.ordertrail.api;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.EnterOrder;
import io.ordertrail.order.NewOrder;

/** Enters an order and makes up the answer in the same transaction, so that there is never one without the other. */
@Service
@Transactional
class PlaceOrder {

  private final EnterOrder enterOrder;
  private final ShowOrder showOrder;
  private final IdempotencyKeys keys;
  private final WireJson json;

  PlaceOrder(EnterOrder enterOrder, ShowOrder showOrder, IdempotencyKeys keys, WireJson json) {
    this.enterOrder = enterOrder;
    this.showOrder = showOrder;
    this.keys = keys;
    this.json = json;
  }

  public Answer place(NewOrder order) {
    var number = enterOrder.enter(order);
    return new Answer(HttpStatus.CREATED.value(), "/api/orders/" + number, json.write(showOrder.entered(number)));
  }

  /** @throws StillRunning when somebody took the claim over: this order is not entered */
  public Answer place(NewOrder order, Claim claim) {
    var answer = place(order);
    if (!keys.keep(claim, answer)) {
      throw new StillRunning();
    }
    return answer;
  }
}
