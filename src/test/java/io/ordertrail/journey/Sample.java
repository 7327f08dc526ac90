package io.ordertrail.journey;

import java.util.List;
import java.util.stream.IntStream;

/** Long lists of cases: the nightly run tries each case, other runs try a part. */
public final class Sample {

    private static final boolean EVERYTHING = Boolean.getBoolean("ordertrail.everything");

    private Sample() {}

    /**
     * Returns all cases in the nightly run; in other runs each nth.
     *
     * @param first the place of the first one that is taken, so that two tests of one list take different cases
     */
    public static <T> List<T> eachNth(int n, int first, List<T> cases) {
        return EVERYTHING
                ? cases
                : IntStream.range(0, cases.size())
                        .filter(i -> i % n == first % n)
                        .mapToObj(cases::get)
                        .toList();
    }

    /** Returns all cases in the nightly run; in other runs the given ones. */
    public static <T> List<T> orOnly(List<T> daily, List<T> cases) {
        return EVERYTHING ? cases : daily;
    }
}
