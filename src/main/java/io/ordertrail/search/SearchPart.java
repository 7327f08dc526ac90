package io.ordertrail.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** A part of a word. Each word is also a part of itself: this row tells that its parts are stored. */
@Entity
@IdClass(SearchPart.Key.class)
class SearchPart {

    record Key(long part, long word, String source) {}

    @Id
    private long part;

    @Id
    private long word;

    /** The record that had the word first. */
    @Id
    private String source;

    protected SearchPart() {
        // JPA
    }

    SearchPart(long part, long word, String source) {
        this.part = part;
        this.word = word;
        this.source = source;
    }
}
