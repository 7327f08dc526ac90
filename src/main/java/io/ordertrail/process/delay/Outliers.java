package io.ordertrail.process.delay;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.delay.LongestStays.Stay;
import io.ordertrail.process.measure.Durations;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/** Finds the orders that stayed at a step for unusually long, and what they have in common. */
@Component
@Transactional(readOnly = true)
public class Outliers {

    /** What is unusually long. */
    public enum Rule {
        /** Longer than 95 % of all. */
        P95 {
            @Override
            long bound(Durations durations) {
                return durations.percentile(NEARLY_ALL);
            }
        },
        /** Above the upper quartile by more than one and a half times the distance of the quartiles. */
        IQR {
            @Override
            long bound(Durations durations) {
                var upper = durations.percentile(UPPER_QUARTILE);
                return upper + (upper - durations.percentile(LOWER_QUARTILE)) * 3 / 2;
            }
        };

        private static final int NEARLY_ALL = 95;
        private static final int UPPER_QUARTILE = 75;
        private static final int LOWER_QUARTILE = 25;

        abstract long bound(Durations durations);
    }

    /**
     * What was found.
     *
     * @param bound in milliseconds
     * @param stays how many of all stays at the step were longer
     * @param orders of these stays, as far as they are kept
     * @param all how many orders passed the step
     * @param common what is told of more of them than of all
     */
    public record Found(long bound, long stays, int orders, long all, List<CommonFacts.Common> common) {}

    private static final int MOST = 5000;

    private final ProcessFigures figures;
    private final LongestStays longestStays;
    private final CommonFacts commonFacts;

    Outliers(ProcessFigures figures, LongestStays longestStays, CommonFacts commonFacts) {
        this.figures = figures;
        this.longestStays = longestStays;
        this.commonFacts = commonFacts;
    }

    public Found at(Asked asked, String step, Rule rule) {
        var durations = figures.step(asked, step);
        var bound = rule.bound(durations);
        var orders = longestStays.longer(asked, step, bound, MOST).stream()
                .map(Stay::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var compared = commonFacts.of(orders, asked, step);
        return new Found(bound, durations.longerThan(bound), compared.orders(), compared.all(), compared.common());
    }
}
