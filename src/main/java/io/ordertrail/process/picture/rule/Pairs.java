package io.ordertrail.process.picture.rule;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two things of a list, each two once, in the sequence of the list. */
record Pairs<T>(T first, T second) {

    static <T> Stream<Pairs<T>> of(List<T> things, BiPredicate<T, T> related) {
        return IntStream.range(0, things.size())
                .boxed()
                .flatMap(i -> things.subList(i + 1, things.size()).stream()
                        .filter(second -> related.test(things.get(i), second))
                        .map(second -> new Pairs<>(things.get(i), second)));
    }
}
