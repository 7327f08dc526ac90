package io.ordertrail.cockpit;

/**
 * The own step at which the instances of a week spent the most time.
 *
 * @param definition the deployed version on whose diagram it is shown
 * @param share of the time that was spent at all own steps, between 0 and 1
 */
record Bottleneck(
        String process,
        String definition,
        String step,
        String name,
        double share,
        Heat.Took week,
        Heat.Took weekBefore) {}
