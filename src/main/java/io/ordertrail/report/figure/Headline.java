package io.ordertrail.report.figure;

import java.math.BigDecimal;
import java.util.List;

import io.ordertrail.report.table.Unit;

/**
 * One figure of a period.
 *
 * @param value null when there is nothing to measure
 * @param before the same figure of the period before; null when there is none
 * @param course the figure of each day; empty when it is known for now only
 */
public record Headline(String name, Unit unit, BigDecimal value, BigDecimal before, List<BigDecimal> course) {

    /** In percent of the value before; null when it cannot be said. */
    public BigDecimal change() {
        return value == null || before == null || before.signum() == 0
                ? null
                : Figures.ratio(value.subtract(before).movePointRight(2), before.abs());
    }
}
