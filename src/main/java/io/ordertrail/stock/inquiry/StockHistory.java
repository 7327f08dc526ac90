package io.ordertrail.stock.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.ledger.StockMovements;

/** On-hand and reserved units of a product by hour, calculated backwards through the ledger from current stock. */
@Service
@Transactional(readOnly = true)
public class StockHistory {

    /** The shortest period that makes a readable chart. */
    private static final Duration SHORTEST = Duration.ofDays(1);

    /** The stock level from a moment on. */
    public record Point(Instant from, long onHand, long reserved) {}

    /**
     * The stock level over a period.
     *
     * @param points in chronological order; the first is the level at the start
     */
    public record Series(Instant from, Instant to, List<Point> points) {

        public Point last() {
            return points.get(points.size() - 1);
        }
    }

    private final StockItems items;
    private final StockMovements movements;
    private final Clock clock;

    StockHistory(StockItems items, StockMovements movements, Clock clock) {
        this.items = items;
        this.movements = movements;
        this.clock = clock;
    }

    /**
     * Calculates the stock level over a period.
     *
     * @param site empty for the sum of all sites
     * @param back the length of the period; null for all movements
     */
    public Series trace(String sku, String site, Duration back) {
        var now = clock.instant();
        var from = back == null ? beginning(sku, site, now) : now.minus(back);
        var levels = items.levels(List.of(sku)).stream()
                .filter(level -> site.isEmpty() || level.site().equals(site))
                .toList();
        var onHand = levels.stream().mapToLong(StockLevel::onHand).sum();
        var reserved = levels.stream().mapToLong(StockLevel::reserved).sum();
        var points = new LinkedList<Point>();
        for (var hour : hours(sku, site, from)) {
            points.addFirst(new Point(later(hour.start(), from), onHand, reserved));
            onHand -= hour.onHand();
            reserved -= hour.reserved();
        }
        points.addFirst(new Point(from, onHand, reserved));
        return new Series(from, now, new ArrayList<>(points));
    }

    private Instant beginning(String sku, String site, Instant now) {
        var first = movements.first(sku, site);
        var latest = now.minus(SHORTEST);
        return first == null || first.isAfter(latest) ? latest : first;
    }

    /** Returns the latest hour first. */
    private List<StockMovements.Hour> hours(String sku, String site, Instant from) {
        return movements.hours(sku, site, from).stream()
                .sorted(Comparator.comparing(StockMovements.Hour::start).reversed())
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
