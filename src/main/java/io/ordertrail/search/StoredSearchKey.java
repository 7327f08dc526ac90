package io.ordertrail.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Tells with which key the stored hashes were made. */
@Entity
@Table(name = "search_key")
class StoredSearchKey {

    static final int ONE = 1;

    @Id
    private int id;

    private String fingerprint;

    protected StoredSearchKey() {
        // JPA
    }

    StoredSearchKey(SearchKey key) {
        id = ONE;
        fingerprint = key.fingerprint();
    }

    boolean isOf(SearchKey key) {
        return fingerprint.equals(key.fingerprint());
    }
}
