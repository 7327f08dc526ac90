package io.ordertrail.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** How far the records of one kind that are older than the search have been given their words. */
@Entity
class SearchFill {

    @Id
    private String kind;

    private String position;
    private boolean done;

    protected SearchFill() {
        // JPA
    }

    String position() {
        return position;
    }

    boolean done() {
        return done;
    }

    void advance(String to) {
        position = to;
    }

    void finish() {
        done = true;
    }
}
