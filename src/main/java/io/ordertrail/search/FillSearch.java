package io.ordertrail.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives older records their words, a batch at a time. Of several nodes, one works on a kind at a time. */
@Service
class FillSearch {

    static final int BATCH = 200;

    private final EntityManager database;

    FillSearch(EntityManager database) {
        this.database = database;
    }

    /** Returns whether there may be more. */
    @Transactional
    public boolean fill(OlderRecords records) {
        var fill = database.find(SearchFill.class, records.kind(), LockModeType.PESSIMISTIC_WRITE);
        if (fill.done()) {
            return false;
        }
        records.index(fill.position(), BATCH).ifPresentOrElse(fill::advance, fill::finish);
        return !fill.done();
    }
}
