package io.ordertrail.process.trial;

import java.util.List;
import java.util.Random;

/** Chooses what happens to a synthetic order. The same files always lead to the same choices. */
final class Choices {

    private static final long SEED = 20261129;

    private final Random random = new Random(SEED);

    <T> T oneOf(List<T> possible) {
        return possible.get(random.nextInt(possible.size()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
