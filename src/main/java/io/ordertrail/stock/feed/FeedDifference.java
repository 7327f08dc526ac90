package io.ordertrail.stock.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.springframework.data.annotation.Immutable;
import org.springframework.data.domain.Persistable;

import io.ordertrail.stock.ledger.StockMovement;

/** Whose message a movement of our stock follows. */
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

    /** A movement follows one message, so nobody has to look whether it stands there already. */
    @Override
    public boolean isNew() {
        return true;
    }
}
