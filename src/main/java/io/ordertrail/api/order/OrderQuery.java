package io.ordertrail.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.UnknownOrder;
import io.ordertrail.order.search.Late;
import io.ordertrail.order.search.OrderFilter;
import io.ordertrail.order.search.OrderListPage;
import io.ordertrail.order.search.OrderSort;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.StorableTime;
import io.ordertrail.refusal.Text;

/**
 * Filters for orders; a filter that is left out matches all orders.
 *
 * @param text words of any of an order's texts, of its customer, its products or its parcels
 * @param late only orders that were to be delivered before today, or that are open for longer than the target of their process
 * @param sort {@code -entered} when left out; {@code total} sorts from the smallest, {@code -total} from the largest
 * @param after number of the last order on the previous page
 * @param before number of the first order on the next page
 */
public record OrderQuery(
        List<OrderState> state,
        @Text(max = 40) String customer,
        @Text(max = 200) String text,
        @StorableTime Instant from,
        @StorableTime Instant to,
        Boolean late,
        @Pattern(regexp = SORT, message = "{input.sort}") String sort,
        String after,
        String before,

        @Min(value = 1, message = "{input.limit}") @Max(value = MOST, message = "{input.limit}")
        Integer limit) {

    public static final int MOST = 200;
    private static final int USUAL = 50;
    private static final String SORT = "-?(entered|number|customer|state|since|requested|lines|total)";

    public OrderQuery {
        limit = limit == null ? USUAL : limit;
        customer = Blanks.trimmed(customer);
    }

    /**
     * The filter for the search.
     *
     * @param byReceiver whether the text may be that of the receiver's fields
     * @param lateNow when orders are late
     */
    OrderFilter filter(boolean byReceiver, Late lateNow) {
        return new OrderFilter(
                state, customer, text, byReceiver, from, to, Boolean.TRUE.equals(late) ? lateNow : null, null);
    }

    /** Asks for one order more than the limit, which shows whether there is another page. */
    OrderListPage page() {
        var descending = sort == null || sort.startsWith("-");
        var by = sort == null
                ? OrderSort.ENTERED
                : OrderSort.valueOf(sort.replace("-", "").toUpperCase(Locale.ROOT));
        return new OrderListPage(
                by,
                descending,
                after == null ? null : number(after),
                before == null ? null : number(before),
                limit + 1);
    }

    static OrderNumber number(String text) {
        return OrderNumber.of(text).orElseThrow(() -> new UnknownOrder(text));
    }
}
