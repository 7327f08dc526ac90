package io.ordertrail.report.figure;

import static io.ordertrail.report.figure.ReportDatabase.instant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Orders whose last parcel was delivered in a period. */
final class Deliveries {

    /**
     * A delivered order.
     *
     * @param requested day; null when the customer named none
     */
    record Delivered(LocalDate day, LocalDate requested, long units, long cancelled) {

        boolean wasRequested() {
            return requested != null;
        }

        boolean onTime() {
            return requested != null && !day.isAfter(requested);
        }

        boolean inFull() {
            return cancelled == 0;
        }
    }

    private static final String SQL = """
        select e.at, o.requested_delivery,
          (select sum(l.quantity) from order_line l where l.order_number = o.number) as units,
          (select sum(l.cancelled_quantity) from order_line l where l.order_number = o.number) as cancelled
        from order_event e join customer_order o on o.number = e.order_number
        where e.to_state = 'DELIVERED' and e.at >= :from and e.at < :to""";

    private final ReportDatabase database;

    Deliveries(ReportDatabase database) {
        this.database = database;
    }

    List<Delivered> in(ReportPeriod period) {
        return database.rows(
                SQL,
                ReportFilter.of(period),
                (row, i) -> new Delivered(
                        instant(row, "at").atZone(period.zone()).toLocalDate(),
                        row.getObject("requested_delivery", LocalDate.class),
                        row.getLong("units"),
                        row.getLong("cancelled")));
    }

    /** The share of orders with a requested day that were delivered by it. */
    static BigDecimal onTime(List<Delivered> orders) {
        return Figures.share(
                orders.stream().filter(Delivered::onTime).count(),
                orders.stream().filter(Delivered::wasRequested).count());
    }

    /** The share of the ordered units that the customers got. */
    static BigDecimal fillRate(List<Delivered> orders) {
        var units = orders.stream().mapToLong(Delivered::units).sum();
        return Figures.share(
                units - orders.stream().mapToLong(Delivered::cancelled).sum(), units);
    }

    static BigDecimal onTimeInFull(List<Delivered> orders) {
        return Figures.share(
                orders.stream()
                        .filter(order -> order.onTime() && order.inFull())
                        .count(),
                orders.stream().filter(Delivered::wasRequested).count());
    }
}
