package io.ordertrail.api.order;

import java.time.Instant;
import java.util.List;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.SearchOrders.Wanted;
import io.ordertrail.order.book.UnknownOrder;
import io.ordertrail.refusal.Text;

/**
 * Which orders are wanted; what is left out means any.
 *
 * @param after number of the last order of the page before
 */
public record OrderQuery(
        List<OrderState> state,
        @Text(max = 40) String customer,
        @Text(max = 200) String text,
        Instant from,
        Instant to,
        String after,

        @Min(value = 1, message = "{input.limit}") @Max(value = MOST, message = "{input.limit}")
        Integer limit) {

    public static final int MOST = 200;
    private static final int USUAL = 50;

    public OrderQuery {
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
