package io.ordertrail.stock.stocktake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Money;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.stock.ledger.StockMovements.Difference;

/** Measures stock accuracy: the share of correct counts, and booked differences by month, site and reason. */
@Component
@Transactional(readOnly = true)
public class StockAccuracy {

    /** The goal for the share of correct counts, in percent. */
    public static final BigDecimal GOAL = new BigDecimal("99");

    private static final Set<Kind> REASONS = EnumSet.of(Kind.LOSS, Kind.SHORTFALL, Kind.ADJUSTMENT, Kind.STOCKTAKE);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * Counts and booked differences.
     *
     * @param right counts without a variance
     * @param less units that were booked off
     * @param more units that were booked on
     * @param worth net value of the booked differences
     */
    public record Figures(long counted, long right, long less, long more, Money worth) {

        static Figures none(Currency currency) {
            return new Figures(0, 0, 0, 0, Money.zero(currency));
        }

        Figures counted(long items, long correct) {
            return new Figures(counted + items, right + correct, less, more, worth);
        }

        Figures differed(Difference by) {
            return new Figures(
                    counted,
                    right,
                    less + by.getLess(),
                    more + by.getMore(),
                    worth.plus(new Money(by.getWorth(), worth.currency()).rounded()));
        }

        /**
         * The share of correct counts in percent, rounded down so that one wrong count never shows 100; empty without
         * counts.
         */
        public Optional<BigDecimal> share() {
            return counted == 0
                    ? Optional.empty()
                    : Optional.of(HUNDRED.multiply(BigDecimal.valueOf(right))
                            .divide(BigDecimal.valueOf(counted), 2, RoundingMode.DOWN));
        }
    }

    /**
     * Figures of a period.
     *
     * @param months every month of the period, also months without figures
     * @param sites sites with figures
     * @param reasons every kind of movement that books a difference
     */
    public record Report(
            Figures all, Map<YearMonth, Figures> months, Map<String, Figures> sites, Map<Kind, Figures> reasons) {

        public boolean isEmpty() {
            return sites.isEmpty();
        }
    }

    private final StocktakeLines lines;
    private final StockMovements movements;
    private final Company company;

    StockAccuracy(StocktakeLines lines, StockMovements movements, Company company) {
        this.lines = lines;
        this.movements = movements;
        this.company = company;
    }

    /**
     * Calculates the figures of a period.
     *
     * @param site empty for all sites
     * @param first the first month, in UTC
     * @param last the last month, in UTC
     */
    public Report report(String site, YearMonth first, YearMonth last) {
        var since = first.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var results = lines.results(since, site);
        var differences = movements.differences(REASONS, since, site);
        var months = Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
        return new Report(
                add(List.of(""), results, result -> "", differences, difference -> "")
                        .get(""),
                add(
                        months,
                        results,
                        result -> YearMonth.from(result.getAt().atOffset(ZoneOffset.UTC)),
                        differences,
                        difference -> YearMonth.of(difference.getInYear(), difference.getInMonth())),
                add(List.of(), results, StocktakeLines.Result::getSite, differences, Difference::getSite),
                add(REASONS, List.of(), result -> null, differences, Difference::getKind));
    }

    /** The share of correct counts in stocktakes that were booked since this moment. */
    public Optional<BigDecimal> share(Instant since) {
        var figures = Figures.none(company.currency());
        for (var result : lines.results(since, "")) {
            figures = figures.counted(result.getCounted(), result.getCorrect());
        }
        return figures.share();
    }

    private <K> Map<K, Figures> add(
            Iterable<K> keys,
            List<StocktakeLines.Result> results,
            Function<StocktakeLines.Result, K> ofResult,
            List<Difference> differences,
            Function<Difference, K> ofDifference) {
        var sums = new TreeMap<K, Figures>();
        keys.forEach(key -> sums.put(key, Figures.none(company.currency())));
        results.forEach(result -> sums.compute(
                ofResult.apply(result),
                (key, figures) -> orNone(figures).counted(result.getCounted(), result.getCorrect())));
        differences.forEach(difference -> sums.compute(
                ofDifference.apply(difference),
                (key, figures) -> orNone(figures).differed(difference)));
        return sums;
    }

    private Figures orNone(Figures figures) {
        return figures == null ? Figures.none(company.currency()) : figures;
    }
}
