package io.ordertrail.report.alert;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Company;
import io.ordertrail.process.incident.OpenIncidents;

/** Reads what a figure is now. */
@Component
class ReadFigures {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient database;
    private final OpenIncidents incidents;
    private final Company company;
    private final Clock clock;

    ReadFigures(JdbcClient database, OpenIncidents incidents, Company company, Clock clock) {
        this.database = database;
        this.incidents = incidents;
        this.company = company;
        this.clock = clock;
    }

    BigDecimal now(Figure figure) {
        if (figure == Figure.INCIDENTS) {
            return BigDecimal.valueOf(incidents.count());
        }
        var now = clock.instant();
        return database.sql(figure.sql())
                .params(Map.of(
                        "today", LocalDate.ofInstant(now, company.timeZone()),
                        "hour", utc(now.minus(HOUR)),
                        "day", utc(now.minus(DAY))))
                .query(BigDecimal.class)
                .single();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
