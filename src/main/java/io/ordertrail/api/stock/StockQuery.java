package io.ordertrail.api.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import org.springframework.data.domain.Limit;

import io.ordertrail.api.order.OrderQuery;
import io.ordertrail.refusal.Text;

/**
 * Filters for stock levels; a filter that is left out matches all stock levels.
 *
 * @param below finds stock levels with fewer available units than this
 * @param sku beginning of the SKU
 * @param after SKU and site of the last row on the previous page, as in {@code next}
 */
record StockQuery(
        Integer below,
        @Text(max = 20) String site,
        @Text(max = 40) String sku,

        @Pattern(regexp = "[^@]{1,40}@[^@]{1,20}", message = "{input.stock-after}")
        String after,

        @Min(value = 1, message = "{input.limit}") @Max(value = OrderQuery.MOST, message = "{input.limit}")
        Integer limit) {

    private static final int USUAL = 50;

    StockQuery {
        below = below == null ? Integer.MAX_VALUE : below;
        site = site == null ? "" : site;
        sku = sku == null ? "" : sku;
        limit = limit == null ? USUAL : limit;
    }

    Limit atMost() {
        return Limit.of(limit + 1);
    }

    String afterSku() {
        return after == null ? "" : after.split("@")[0];
    }

    String afterSite() {
        return after == null ? "" : after.split("@")[1];
    }
}
