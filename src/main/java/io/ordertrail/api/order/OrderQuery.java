package io.ordertrail.api.order;

import java.time.Instant;
import java.util.List;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.SearchOrders.Criteria;
import io.ordertrail.order.book.UnknownOrder;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.StorableTime;
import io.ordertrail.refusal.Text;

/**
 * Filters for orders; a filter that is left out matches all orders.
 *
 * @param after number of the last order on the previous page
 */
public record OrderQuery(
        List<OrderState> state,
        @Text(max = 40) String customer,
        @Text(max = 200) String text,
        @StorableTime Instant from,
        @StorableTime Instant to,
        String after,

        @Min(value = 1, message = "{input.limit}") @Max(value = MOST, message = "{input.limit}")
        Integer limit) {

    public static final int MOST = 200;
    private static final int USUAL = 50;

    public OrderQuery {
        limit = limit == null ? USUAL : limit;
        customer = Blanks.trimmed(customer);
    }

    /**
     * Asks for one order more than the limit, which shows whether there is another page.
     *
     * @param byReceiver whether the text may be part of the receiver's name
     */
    Criteria wanted(boolean byReceiver) {
        return new Criteria(
                state, customer, text, byReceiver, from, to, after == null ? null : number(after), limit + 1);
    }

    static OrderNumber number(String text) {
        return OrderNumber.of(text).orElseThrow(() -> new UnknownOrder(text));
    }
}
