package io.ordertrail.stock.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.springframework.data.annotation.Immutable;
import org.springframework.data.domain.Persistable;

import io.ordertrail.stock.ledger.StockMovement;

/** Links a stock movement to the message that caused it. */
@Entity
@Immutable
public class FeedDifference implements Persistable<Long> {

    @Id
    private Long movement;

    private String source;
    private long sequenceNumber;

    protected FeedDifference() {
        // JPA
    }

    FeedDifference(StockMovement movement, ReportedLevel level) {
        this.movement = movement.id();
        this.source = level.source();
        this.sequenceNumber = level.sequence();
    }

    @Override
    public Long getId() {
        return movement;
    }

    /** Each movement follows one message, so the row never exists before. */
    @Override
    public boolean isNew() {
        return true;
    }
}
