package io.ordertrail.report.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;

/** Orders whose last parcel was delivered in a period. */
final class Deliveries {

    /**
     * The orders that were delivered on a day.
     *
     * @param requested how many of them a customer wanted by a day
     * @param onTime how many of these came by it
     * @param inFull how many of those that came by it were complete
     */
    record Delivered(LocalDate day, long units, long cancelled, long requested, long onTime, long inFull) {}

    private static final String SQL = """
        select delivered_on, sum(units) as units, sum(cancelled) as cancelled, count(requested) as requested,
          sum(case when delivered_on <= requested then 1 else 0 end) as on_time,
          sum(case when delivered_on <= requested and cancelled = 0 then 1 else 0 end) as in_full
        from (select %s as delivered_on, max(o.requested_delivery) as requested,
            sum(l.quantity) as units, sum(l.cancelled_quantity) as cancelled
          from order_event e join customer_order o on o.number = e.order_number
          join order_line l on l.order_number = e.order_number
          where e.to_state = 'DELIVERED' and e.at >= :from and e.at < :to
          group by e.at, e.from_state, e.order_number) delivered
        group by delivered_on""";

    private final ReportDatabase database;

    Deliveries(ReportDatabase database) {
        this.database = database;
    }

    List<Delivered> in(ReportPeriod period) {
        return database.rows(
                SQL.formatted(LocalDay.of("e.at", period.start(), period.end(), period.zone())),
                ReportFilter.of(period),
                (row, i) -> new Delivered(
                        row.getObject("delivered_on", LocalDate.class),
                        row.getLong("units"),
                        row.getLong("cancelled"),
                        row.getLong("requested"),
                        row.getLong("on_time"),
                        row.getLong("in_full")));
    }

    /** The share of orders with a requested day that were delivered by it. */
    static BigDecimal onTime(List<Delivered> days) {
        return Figures.share(sum(Delivered::onTime, days), sum(Delivered::requested, days));
    }

    /** The share of the ordered units that the customers got. */
    static BigDecimal fillRate(List<Delivered> days) {
        var units = sum(Delivered::units, days);
        return Figures.share(units - sum(Delivered::cancelled, days), units);
    }

    static BigDecimal onTimeInFull(List<Delivered> days) {
        return Figures.share(sum(Delivered::inFull, days), sum(Delivered::requested, days));
    }

    private static long sum(ToLongFunction<Delivered> figure, List<Delivered> days) {
        return days.stream().mapToLong(figure).sum();
    }
}
