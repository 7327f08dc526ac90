package io.ordertrail.transaction;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A long list, in portions that fit into one statement each. */
public final class Batches {

    public static <T> Stream<List<T>> of(List<T> all, int most) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)));
    }

    private Batches() {}
}
