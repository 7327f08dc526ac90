package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.ORDERS;
import static io.ordertrail.report.figure.ReportDatabase.instant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What people did by hand for the orders that were entered in a period. */
final class Touches {

    /**
     * An order.
     *
     * @param touches how often a person did something for it
     * @param stopped whether a rule held it or a person decided about it before it was confirmed
     */
    record Touched(LocalDate day, long touches, boolean confirmed, boolean stopped) {}

    private static final String DECISION = "e.what like 'decided.%' and e.actor not like 'rule:%'";
    private static final String SQL = """
        select o.entered_at,
          sum(case when e.what in ('released', 'task-done', 'corrected', 'cancellation', 'picked', 'picked-short', 'receipt')
            or {decision} then 1 else 0 end) as touches,
          max(case when e.to_state = 'CONFIRMED' then 1 else 0 end) as confirmed,
          max(case when e.what in ('held', 'corrected', 'task-done') or {decision} then 1 else 0 end) as stopped
        from {from} join order_event e on e.order_number = o.number
        where {orders} group by o.number, o.entered_at""".replace("{decision}", DECISION).replace("{from}", ORDERS);

    private final ReportDatabase database;

    Touches(ReportDatabase database) {
        this.database = database;
    }

    List<Touched> in(ReportPeriod period) {
        return database.rows(
                SQL,
                ReportFilter.of(period),
                (row, i) -> new Touched(
                        instant(row, "entered_at").atZone(period.zone()).toLocalDate(),
                        row.getLong("touches"),
                        row.getInt("confirmed") == 1,
                        row.getInt("stopped") == 1));
    }

    /** The share of the confirmed orders that nobody and nothing stopped. */
    static BigDecimal straightThrough(List<Touched> orders) {
        return Figures.share(
                orders.stream()
                        .filter(order -> order.confirmed() && !order.stopped())
                        .count(),
                orders.stream().filter(Touched::confirmed).count());
    }

    static BigDecimal perOrder(List<Touched> orders) {
        return Figures.ratio(
                Figures.count(orders.stream().mapToLong(Touched::touches).sum()), Figures.count(orders.size()));
    }
}
