package io.ordertrail.stock.stocktake;

import java.util.List;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.ordertrail.refusal.Text;

/**
 * The scope of a stocktake.
 *
 * @param skus the products to count; empty for a whole site, which counts every product with a stock record there
 */
public record StocktakePlan(
        @Text(max = 20, required = true) String site,
        boolean wholeSite,

        @NotNull @Size(max = 1000, message = "{stocktake.input.skus}")
        List<@NotNull String> skus,

        @Text(max = 500, required = true) String reason) {}
