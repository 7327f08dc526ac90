package io.ordertrail.report.figure;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Company;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.SubjectKeys;
import io.ordertrail.report.table.Report;

/** All reports, in the sequence in which they are offered. */
@Component
public class Reports {

    private final List<Report> all;

    Reports(JdbcClient database, Company company, Clock clock, FieldCipher cipher, SubjectKeys keys) {
        var tables = new ReportDatabase(database, company, clock);
        this.all = Stream.of(
                        Stream.of(new OrdersByDay(tables)),
                        Arrays.stream(OrdersBy.Grouping.values()).map(field -> new OrdersBy(field, tables, cipher)),
                        Arrays.stream(LinesBy.Grouping.values()).map(field -> new LinesBy(field, tables)),
                        Stream.of(
                                new WeekdayByHour(tables),
                                new LeadTimes(tables),
                                new Ageing(tables),
                                new CumulativeFlow(tables),
                                new HoldsByRule(tables),
                                new LostOrders(tables, keys),
                                new StockByProduct(tables),
                                new ReservationAges(tables),
                                new PickingRate(tables),
                                new ShortPicks(tables),
                                new PurchasesOnTime(tables)))
                .<Report>flatMap(reports -> reports)
                .toList();
    }

    public List<Report> all() {
        return all;
    }

    public Optional<Report> find(String name) {
        return all.stream().filter(report -> report.name().equals(name)).findFirst();
    }
}
