package io.ordertrail.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** A word of a record. */
@Entity
@IdClass(SearchWord.Key.class)
class SearchWord {

    record Key(String kind, String subject, long word) {}

    @Id
    private String kind;

    @Id
    private String subject;

    @Id
    private long word;

    protected SearchWord() {
        // JPA
    }

    SearchWord(SearchKind kind, String subject, long word) {
        this.kind = kind.letter();
        this.subject = subject;
        this.word = word;
    }
}
