package io.ordertrail.stock.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Distributes units in a sequence: each gets all it can take, until nothing is left. */
final class Distribution {

    /**
     * Distributes units.
     *
     * @param limit the most that one can take
     * @return those who get something, in the same sequence
     */
    static <T> Map<T, Integer> of(int units, List<T> sequence, ToIntFunction<T> limit) {
        var distributed = new LinkedHashMap<T, Integer>();
        var left = units;
        for (var one : sequence) {
            var share = Math.min(left, limit.applyAsInt(one));
            if (share > 0) {
                distributed.put(one, share);
                left -= share;
            }
        }
        return distributed;
    }

    private Distribution() {}
}
