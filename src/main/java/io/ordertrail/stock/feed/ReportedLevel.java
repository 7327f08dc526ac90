package io.ordertrail.stock.feed;

import java.time.Instant;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.StorableTime;
import io.ordertrail.refusal.Text;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockMovement;

/**
 * The on-hand quantity of a product at a site, as another stock system reports it.
 *
 * @param source the sender's name for itself
 * @param sequence numbers the sender's messages about this product at this site: a higher number is newer
 * @param at the time of the level, as the sender states it
 */
public record ReportedLevel(
        @Text(max = 40, required = true) String source,
        @Text(max = 40, required = true) String sku,
        @Text(max = 20, required = true) String site,

        @NotNull(message = "{stock.input.sequence}")
        @Min(value = 1, message = "{stock.input.sequence}")
        @Max(value = HIGHEST_SEQUENCE, message = "{stock.input.sequence}")
        Long sequence,

        @NotNull(message = "{stock.input.level}")
        @Min(value = 0, message = "{stock.input.level}")
        @Max(value = Booking.MAX_QUANTITY, message = "{stock.input.level}")
        Integer onHand,

        @NotNull(message = "{stock.input.at}") @StorableTime(message = "{stock.input.at}")
        Instant at) {

    /** The highest whole number that every JSON parser reads exactly. */
    public static final long HIGHEST_SEQUENCE = 9_007_199_254_740_991L;

    public ReportedLevel {
        source = Blanks.trimmed(source);
        sku = Blanks.trimmed(sku);
        site = Blanks.trimmed(site);
    }

    StockItem.Key place() {
        return new StockItem.Key(sku, site);
    }

    FeedPosition.Key feed() {
        return new FeedPosition.Key(source, sku, site);
    }

    /** Returns the adjustment that brings our stock to this level. */
    Booking difference(int quantity) {
        return new Booking(null, sku, site, quantity, StockMovement.Kind.ADJUSTMENT, source + " #" + sequence);
    }
}
