package io.ordertrail.stock.ledger;

import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** A product at a site. The conditional updates of {@link StockItems} change its quantities, never this object. */
@Entity
@IdClass(StockItem.Key.class)
public class StockItem {

    /** Names a product at a site. */
    public record Key(String sku, String site) {}

    @Id
    private String sku;

    @Id
    private String site;

    private String bin;
    private int onHand;
    private int reserved;
    private Integer reorderPoint;
    private Integer reorderQuantity;
    private int incoming;
    private Instant snoozedUntil;
    /** Rises with each change of the bin and the reorder level. */
    private int settingsVersion;
    /** The database calculates it. */
    @Column(insertable = false, updatable = false)
    private Integer belowPoint;

    protected StockItem() {
        // JPA
    }
}
