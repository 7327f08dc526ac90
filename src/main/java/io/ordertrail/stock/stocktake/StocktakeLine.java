package io.ordertrail.stock.stocktake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.ordertrail.actor.Stamp;
import io.ordertrail.catalog.Money;

/** A product in a stocktake. Only a conditional update of {@link StocktakeLines} writes a count. */
@Entity
@IdClass(StocktakeLine.Key.class)
public class StocktakeLine {

    /** Identifies a product in a stocktake. */
    public record Key(Long stocktake, String sku) {}

    /**
     * A count, and the product's figures at that moment.
     *
     * @param onHand on-hand units in the books
     * @param picked units that are packed for orders
     */
    record Found(int units, int onHand, int picked, BigDecimal listPrice) {}

    @Id
    private Long stocktake;

    @Id
    private String sku;

    private String openSite;
    private String bin;
    private Integer counted;
    private Integer onHand;
    private Integer picked;
    private BigDecimal listPrice;
    private String countedBy;
    private Instant countedAt;

    protected StocktakeLine() {
        // JPA
    }

    /** A line without a count that is not stored. */
    StocktakeLine(String sku) {
        this.sku = sku;
    }

    /** A counted line that is not stored. */
    StocktakeLine(String sku, Found found, Stamp stamp) {
        this.sku = sku;
        this.counted = found.units();
        this.onHand = found.onHand();
        this.picked = found.picked();
        this.listPrice = found.listPrice();
        this.countedBy = stamp.by();
        this.countedAt = stamp.at();
    }

    public long stocktake() {
        return stocktake;
    }

    public String sku() {
        return sku;
    }

    public String bin() {
        return bin;
    }

    /** Counted units; null before the count. */
    public Integer counted() {
        return counted;
    }

    public boolean wasCounted() {
        return counted != null;
    }

    /** Expected units at the moment of the count: the on-hand quantity without units that were packed for orders. */
    public int expected() {
        return onHand - picked;
    }

    /** Units packed for orders at the moment of the count. */
    public int picked() {
        return picked;
    }

    /** The variance in units: positive for a surplus, negative for a shortage, 0 without a count. */
    public int difference() {
        return wasCounted() ? counted - expected() : 0;
    }

    public boolean isRight() {
        return wasCounted() && difference() == 0;
    }

    /** The variance at the list price at the moment of the count, with its sign. */
    public Money value(Currency currency) {
        return wasCounted() ? new Money(listPrice, currency).times(difference()).rounded() : Money.zero(currency);
    }

    public String countedBy() {
        return countedBy;
    }

    public Instant countedAt() {
        return countedAt;
    }
}
