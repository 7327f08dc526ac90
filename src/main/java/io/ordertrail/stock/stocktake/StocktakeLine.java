package io.ordertrail.stock.stocktake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.ordertrail.actor.Stamp;
import io.ordertrail.catalog.Money;

/** A product in a stocktake. What was counted is written by a conditional update of {@link StocktakeLines} only. */
@Entity
@IdClass(StocktakeLine.Key.class)
public class StocktakeLine {

    /** Names a product in a stocktake. */
    public record Key(Long stocktake, String sku) {}

    /**
     * What somebody counted, and what was known of the product at that moment.
     *
     * @param onHand by the books
     * @param picked pieces in boxes of orders already
     */
    record Found(int pieces, int onHand, int picked, BigDecimal listPrice) {}

    @Id
    private Long stocktake;

    @Id
    private String sku;

    private String openSite;
    private String shelf;
    private Integer counted;
    private Integer onHand;
    private Integer picked;
    private BigDecimal listPrice;
    private String countedBy;
    private Instant countedAt;

    protected StocktakeLine() {
        // JPA
    }

    /** Nobody counted it yet. For what is not stored. */
    StocktakeLine(String sku) {
        this.sku = sku;
    }

    /** As it was counted; for what is not stored. */
    StocktakeLine(String sku, Found found, Stamp stamp) {
        this.sku = sku;
        this.counted = found.pieces();
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

    public String shelf() {
        return shelf;
    }

    /** Pieces; null until somebody counted them. */
    public Integer counted() {
        return counted;
    }

    public boolean wasCounted() {
        return counted != null;
    }

    /** What should have lain there at the moment of the count: on hand by the books, without what was in the boxes of orders already. */
    public int expected() {
        return onHand - picked;
    }

    /** Pieces in boxes at the moment of the count. */
    public int picked() {
        return picked;
    }

    /** Pieces that there are more than in the books; fewer when negative. None where nobody counted. */
    public int difference() {
        return wasCounted() ? counted - expected() : 0;
    }

    public boolean isRight() {
        return wasCounted() && difference() == 0;
    }

    /** What the difference is worth at the list price of that day, with its sign. */
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
