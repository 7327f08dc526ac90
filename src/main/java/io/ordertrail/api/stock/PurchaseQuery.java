package io.ordertrail.api.stock;

import java.util.EnumSet;
import java.util.Set;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import org.springframework.data.domain.Limit;

import io.ordertrail.api.order.OrderQuery;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.PurchaseOrder;

/**
 * Filters for purchase orders; a filter that is left out matches all purchase orders.
 *
 * @param after number of the last purchase order on the previous page, as in {@code next}
 */
record PurchaseQuery(
        PurchaseOrder.State state,
        @Text(max = 40) String sku,
        @Text(max = 20) String site,

        @Pattern(regexp = "[Pp]-?[0-9]{1,12}", message = "{purchase.input.after}")
        String after,

        @Min(value = 1, message = "{input.limit}") @Max(value = OrderQuery.MOST, message = "{input.limit}")
        Integer limit) {

    private static final int USUAL = 50;

    PurchaseQuery {
        sku = sku == null ? "" : sku;
        site = site == null ? "" : site;
        limit = limit == null ? USUAL : limit;
    }

    Set<PurchaseOrder.State> states() {
        return state == null ? EnumSet.allOf(PurchaseOrder.State.class) : EnumSet.of(state);
    }

    long before() {
        return PurchaseNumber.of(after).map(PurchaseNumber::id).orElse(Long.MAX_VALUE);
    }

    /** Reads one more than the limit, which shows whether there is another page. */
    Limit atMost() {
        return Limit.of(limit + 1);
    }
}
