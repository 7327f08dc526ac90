package io.ordertrail.search;

import java.util.Optional;

/** Records that were stored before there was a search, and that are given their words later. */
public interface OlderRecords {

    /** Names them in the table {@code search_fill}. */
    String kind();

    /**
     * Gives the next records their words.
     *
     * @param after the key of the last record that has its words; empty before the first
     * @return the key of the last one; empty when there are no more
     */
    Optional<String> index(String after, int limit);
}
