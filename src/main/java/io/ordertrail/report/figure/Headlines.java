package io.ordertrail.report.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

/** The figures that managers look at first, each with that of the period before and its course. */
@Component
@Transactional(readOnly = true)
public class Headlines {

    private static final int ORDERS = 0;
    private static final int TURNOVER = 3;
    private static final int AVERAGE = 4;
    private static final String LATE = """
        select count(*) as orders from customer_order o
        where o.requested_by < :today and o.state in
          ('ENTERED', 'IN_REVIEW', 'IN_CORRECTION', 'WAITING_FOR_STOCK', 'CONFIRMED', 'IN_FULFILMENT',
           'PARTLY_SHIPPED', 'SHIPPED', 'PARTLY_DELIVERED')""";
    private static final String CANCELLED =
            "select e.at from order_event e where e.to_state = 'CANCELLED' and e.at >= :from and e.at < :to";

    private final ReportDatabase database;
    private final OrderTimes times;
    private final CumulativeFlow flow;
    private final Deliveries deliveries;
    private final Touches touches;

    Headlines(JdbcClient client, Company company, Clock clock) {
        this.database = new ReportDatabase(client, company, clock);
        this.times = new OrderTimes(database);
        this.flow = new CumulativeFlow(database);
        this.deliveries = new Deliveries(database);
        this.touches = new Touches(database);
    }

    /** Calculates the figures of a period. */
    public List<Headline> of(ReportPeriod period) {
        var headlines = new ArrayList<Headline>();
        headlines.addAll(ofEntries(period));
        headlines.add(open(period));
        headlines.add(late(period));
        headlines.addAll(ofDeliveries(period));
        headlines.add(cancellations(period));
        headlines.addAll(ofTouches(period));
        return headlines;
    }

    private List<Headline> ofEntries(ReportPeriod period) {
        var quarters = times.quarters(ReportFilter.of(period));
        var quartersBefore = times.quarters(ReportFilter.of(period.before()));
        var now = OrdersByDay.days(period, quarters);
        var before = OrdersByDay.days(period.before(), quartersBefore);
        return List.of(
                new Headline("orders", Unit.COUNT, sum(now, ORDERS), sum(before, ORDERS), course(now, ORDERS)),
                new Headline("turnover", Unit.MONEY, sum(now, TURNOVER), sum(before, TURNOVER), course(now, TURNOVER)),
                new Headline("average", Unit.MONEY, average(quarters), average(quartersBefore), course(now, AVERAGE)));
    }

    private Headline open(ReportPeriod period) {
        var both = new ReportPeriod(period.before().from(), period.to(), period.zone());
        var days = flow.open(ReportFilter.of(both));
        var begin = Math.min(days.size(), period.before().days());
        var now = days.subList(begin, days.size());
        return new Headline("open", Unit.COUNT, last(now), last(days.subList(0, begin)), now);
    }

    private Headline late(ReportPeriod period) {
        var today = LocalDate.ofInstant(database.now(), period.zone());
        var late = database.rows(
                LATE, ReportFilter.of(period), Map.of("today", today), (row, i) -> row.getBigDecimal("orders"));
        return new Headline("late", Unit.COUNT, late.get(0), null, List.of());
    }

    private List<Headline> ofDeliveries(ReportPeriod period) {
        var now = deliveries.in(period);
        var before = deliveries.in(period.before());
        Function<Deliveries.Delivered, LocalDate> day = Deliveries.Delivered::day;
        return List.of(
                headline("on-time", Unit.PERCENT, period, now, before, day, Deliveries::onTime),
                headline("fill-rate", Unit.PERCENT, period, now, before, day, Deliveries::fillRate),
                headline("otif", Unit.PERCENT, period, now, before, day, Deliveries::onTimeInFull));
    }

    private Headline cancellations(ReportPeriod period) {
        return headline(
                "cancellations",
                Unit.COUNT,
                period,
                cancelled(period),
                cancelled(period.before()),
                Function.identity(),
                days -> Figures.count(days.size()));
    }

    private List<LocalDate> cancelled(ReportPeriod period) {
        return database.rows(
                CANCELLED,
                ReportFilter.of(period),
                (row, i) -> LocalDate.ofInstant(ReportDatabase.instant(row, "at"), period.zone()));
    }

    private List<Headline> ofTouches(ReportPeriod period) {
        var now = touches.in(period);
        var before = touches.in(period.before());
        Function<Touches.Touched, LocalDate> day = Touches.Touched::day;
        return List.of(
                headline("straight-through", Unit.PERCENT, period, now, before, day, Touches::straightThrough),
                headline("touches", Unit.TIMES, period, now, before, day, Touches::perOrder));
    }

    private static <T> Headline headline(
            String name,
            Unit unit,
            ReportPeriod period,
            List<T> now,
            List<T> before,
            Function<T, LocalDate> day,
            Function<List<T>, BigDecimal> figure) {
        var byDay = now.stream().collect(Collectors.groupingBy(day));
        return new Headline(
                name,
                unit,
                figure.apply(now),
                figure.apply(before),
                period.from()
                        .datesUntil(period.to().plusDays(1))
                        .map(one -> figure.apply(byDay.getOrDefault(one, List.of())))
                        .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static BigDecimal average(List<OrderTimes.Quarter> quarters) {
        return Figures.ratio(
                quarters.stream().map(OrderTimes.Quarter::turnover).reduce(BigDecimal.ZERO, BigDecimal::add),
                Figures.count(
                        quarters.stream().mapToLong(OrderTimes.Quarter::paying).sum()));
    }

    private static BigDecimal sum(List<Row> days, int column) {
        return days.stream().map(day -> day.figures().get(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> course(List<Row> days, int column) {
        return days.stream().map(day -> day.figures().get(column)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static BigDecimal last(List<BigDecimal> course) {
        return course.isEmpty() ? null : course.get(course.size() - 1);
    }
}
