package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.ORDERS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;

/** What people did by hand for the orders that were entered in a period. */
final class Touches {

    /**
     * The orders that were entered on a day.
     *
     * @param touches how often a person did something for them
     * @param confirmed how many of them were confirmed
     * @param straight how many of these no rule held, and no person decided about, before
     */
    record Touched(LocalDate day, long orders, long touches, long confirmed, long straight) {}

    private static final String DECISION = "e.what like 'decided.%' and e.actor not like 'rule:%'";
    private static final String SQL = """
        select entered_on, count(*) as orders, sum(touches) as touches, sum(confirmed) as confirmed,
          sum(case when confirmed = 1 and stopped = 0 then 1 else 0 end) as straight
        from (select {day} as entered_on,
            sum(case when e.what in ('released', 'task-done', 'corrected', 'cancellation', 'picked', 'picked-short', 'receipt')
              or {decision} then 1 else 0 end) as touches,
            max(case when e.to_state = 'CONFIRMED' then 1 else 0 end) as confirmed,
            max(case when e.what in ('held', 'corrected', 'task-done') or {decision} then 1 else 0 end) as stopped
          from {from} join order_event e on e.order_number = o.number
          where {orders} group by o.entered_at, o.number) entered
        group by entered_on""".replace("{decision}", DECISION).replace("{from}", ORDERS);

    private final ReportDatabase database;

    Touches(ReportDatabase database) {
        this.database = database;
    }

    List<Touched> in(ReportPeriod period) {
        return database.rows(
                SQL.replace("{day}", LocalDay.of("o.entered_at", period.start(), period.end(), period.zone())),
                ReportFilter.of(period),
                (row, i) -> new Touched(
                        row.getObject("entered_on", LocalDate.class),
                        row.getLong("orders"),
                        row.getLong("touches"),
                        row.getLong("confirmed"),
                        row.getLong("straight")));
    }

    /** The share of the confirmed orders that nobody and nothing stopped. */
    static BigDecimal straightThrough(List<Touched> days) {
        return Figures.share(sum(Touched::straight, days), sum(Touched::confirmed, days));
    }

    static BigDecimal perOrder(List<Touched> days) {
        return Figures.ratio(Figures.count(sum(Touched::touches, days)), Figures.count(sum(Touched::orders, days)));
    }

    private static long sum(ToLongFunction<Touched> figure, List<Touched> days) {
        return days.stream().mapToLong(figure).sum();
    }
}
