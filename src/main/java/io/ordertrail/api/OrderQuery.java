package io.ordertrail.api;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.OrderState;
import io.ordertrail.order.SearchOrders.Wanted;
import io.ordertrail.order.UnknownOrder;
import io.ordertrail.platform.Text;

/**
 * Which orders are wanted; what is left out means any.
 *
 * @param after number of the last order of the page before
 */
record OrderQuery(List<OrderState> state, @Text(max = 40) String customer, @Text(max = 200) String text, Instant from, Instant to,
    String after, @Min(value = 1, message = "{input.limit}") @Max(value = MOST, message = "{input.limit}") Integer limit) {

  static final int MOST = 200;
  private static final int USUAL = 50;

  OrderQuery {
    limit = limit == null ? USUAL : limit;
  }

  /** One more than asked for, to see whether there is another page. */
  Wanted wanted() {
    return new Wanted(state, customer, text, from, to, after == null ? null : number(after), limit + 1);
  }

  static OrderNumber number(String typed) {
    return OrderNumber.of(typed).orElseThrow(() -> new UnknownOrder(typed));
  }
}
