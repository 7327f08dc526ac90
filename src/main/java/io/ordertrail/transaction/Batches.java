package io.ordertrail.transaction;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Splits a long list into batches that fit into one statement each. */
public final class Batches {

    public static <T> Stream<List<T>> of(List<T> all, int size) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + size)));
    }

    private Batches() {}
}
