package io.ordertrail.report.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.ordertrail.order.book.OrderState;

/**
 * How long past orders took from each state to the receipt. An order is like another if it was in the same state for at
 * least as long.
 *
 * @param waits by state, those with the shortest stays in it first
 * @param seconds of all waits, by state, ascending
 */
record ForecastModel(Map<OrderState, List<PastWait>> waits, Map<OrderState, List<Long>> seconds) {

    /** With fewer orders like it, nothing is said about an order. */
    static final int FEWEST = 20;

    private static final double MEDIAN = 0.5;
    private static final double NINETY = 0.9;

    static ForecastModel of(List<PastWait> past) {
        Map<OrderState, List<PastWait>> waits = past.stream()
                .sorted(Comparator.comparing(PastWait::stay))
                .collect(Collectors.groupingBy(PastWait::state));
        return new ForecastModel(
                waits,
                waits.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, of -> seconds(of.getValue()))));
    }

    private static List<Long> seconds(List<PastWait> waits) {
        return waits.stream().map(PastWait::seconds).sorted().toList();
    }

    /**
     * Says when an order is likely to be received.
     *
     * @param since when it came into its state
     */
    Optional<Expected> expected(OrderState state, Instant since, Instant now) {
        var waited = Duration.between(since, now).toSeconds();
        var like = waited == 0 ? seconds.getOrDefault(state, List.of()) : stayedLonger(state, waited);
        return like.size() < FEWEST
                ? Optional.empty()
                : Optional.of(new Expected(
                        since.plusSeconds(at(like, MEDIAN)), since.plusSeconds(at(like, NINETY)), like.size()));
    }

    /**
     * The share of the later half of the past orders that were received within the time that the earlier half makes nine
     * of ten orders keep, in percent; empty when there are too few.
     */
    static Optional<BigDecimal> calibration(List<PastWait> past) {
        var sorted =
                past.stream().sorted(Comparator.comparing(PastWait::received)).toList();
        var model = of(sorted.subList(0, sorted.size() / 2));
        var kept = sorted.subList(sorted.size() / 2, sorted.size()).stream()
                .flatMap(wait -> model
                        .expected(wait.state(), wait.since(), wait.since())
                        .map(expected -> !wait.received().isAfter(expected.ninety()))
                        .stream())
                .toList();
        return kept.size() < FEWEST
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(kept.stream().filter(one -> one).count())
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(kept.size()), 1, RoundingMode.HALF_UP));
    }

    private List<Long> stayedLonger(OrderState state, long waited) {
        var all = waits.getOrDefault(state, List.of());
        return seconds(all.subList(firstLonger(all, waited), all.size()));
    }

    private static int firstLonger(List<PastWait> sorted, long waited) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            var middle = (low + high) / 2;
            if (sorted.get(middle).stay() > waited) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The nearest rank. */
    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
