package io.ordertrail.stock.transfer;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.Booking;

/**
 * Goods to send from one site to another.
 *
 * @param id the caller's own id; a repeated id sends once
 */
public record TransferPlan(
        @Text(max = 100) String id,
        @Text(max = 20, required = true) String from,
        @Text(max = 20, required = true) String to,
        @Text(max = 500) String note,

        @Valid @NotNull @Size(min = 1, max = 500, message = "{transfer.input.lines}")
        List<@NotNull @Valid Goods> lines) {

    public TransferPlan {
        id = Blanks.trimmed(id);
        from = Blanks.trimmed(from);
        to = Blanks.trimmed(to);
    }

    /** Units of a product. */
    public record Goods(
            @Text(max = 40, required = true) String sku,

            @NotNull(message = "{transfer.input.units}")
            @Min(value = 1, message = "{transfer.input.units}")
            @Max(value = Booking.MAX_QUANTITY, message = "{transfer.input.units}")
            Integer quantity) {

        public Goods {
            sku = Blanks.trimmed(sku);
        }
    }

    /** Units per product in SKU order, in which stock is locked; lines of the same product are added. */
    SortedMap<String, Integer> quantities() {
        return lines.stream().collect(Collectors.toMap(Goods::sku, Goods::quantity, Integer::sum, TreeMap::new));
    }
}
