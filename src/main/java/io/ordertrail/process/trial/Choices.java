package io.ordertrail.process.trial;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Chooses what happens to a synthetic order. Half of the choices take what was chosen least at the same place, so that
 * rare ways come early; the others are random, so that ways meet in every combination. The same files always lead to the
 * same choices.
 */
final class Choices {

    private static final long SEED = 20261129;

    private record Choice(String place, String option) {}

    private final Random random = new Random(SEED);
    private final Map<Choice, Integer> made = new HashMap<>();

    /**
     * @param place where the choice is made, such as a variable of a step
     * @param possible what can be chosen; different by their texts
     */
    <T> T oneOf(String place, List<T> possible) {
        var one = random.nextBoolean() ? rarest(place, possible) : possible.get(random.nextInt(possible.size()));
        made.merge(choice(place, one), 1, Integer::sum);
        return one;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T rarest(String place, List<T> possible) {
        return possible.stream()
                .min(Comparator.comparingInt(option -> made.getOrDefault(choice(place, option), 0)))
                .orElseThrow();
    }

    private static Choice choice(String place, Object option) {
        return new Choice(place, option.toString());
    }
}
