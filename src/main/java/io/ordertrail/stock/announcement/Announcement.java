package io.ordertrail.stock.announcement;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.springframework.data.annotation.Immutable;

import io.ordertrail.stock.ledger.StockLevel;

/** The level of a product at a site, announced after a change. A higher number is always later. */
@Entity
@Immutable
@Table(name = "stock_announcement")
public class Announcement {

    @Id
    private Long number;

    private String sku;
    private String site;
    private int onHand;
    private int reserved;
    private Instant at;

    protected Announcement() {
        // JPA
    }

    Announcement(long number, StockLevel level, Instant at) {
        this.number = number;
        this.sku = level.sku();
        this.site = level.site();
        this.onHand = level.onHand();
        this.reserved = level.reserved();
        this.at = at;
    }

    public long number() {
        return number;
    }

    public String sku() {
        return sku;
    }

    public String site() {
        return site;
    }

    public int onHand() {
        return onHand;
    }

    public int reserved() {
        return reserved;
    }

    public int available() {
        return onHand - reserved;
    }

    public Instant at() {
        return at;
    }

    boolean hasLevel(StockLevel level) {
        return onHand == level.onHand() && reserved == level.reserved();
    }
}
