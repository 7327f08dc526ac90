package io.ordertrail.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.CachedReading;

/** Checks that orders and their process instances agree, and stores the result for all nodes. */
@Component
public class CheckOrders {

    private static final Logger LOG = LoggerFactory.getLogger(CheckOrders.class);
    private static final int MAX_FINDINGS = 20;

    private final OrderInstances instances;
    private final JdbcClient database;
    private final Clock clock;
    private final CachedReading<LastResult> last;

    CheckOrders(OrderInstances instances, JdbcClient database, Clock clock) {
        this.instances = instances;
        this.database = database;
        this.clock = clock;
        this.last = new CachedReading<>(this::read, LastStockCheck.VALID);
    }

    /**
     * The result of the last check.
     *
     * @param at null before the first check
     * @param violations number of faults; {@code findings} describes the first of them
     */
    public record LastResult(Instant at, int violations, List<String> findings) {}

    /** The last check on any node; empty before the first one, and when the database does not answer. */
    public Optional<LastResult> last() {
        return last.value().filter(check -> check.at() != null);
    }

    /** Checks all orders. A fault that is known already is not logged again. */
    void check() {
        var faults = instances.faults();
        var findings =
                faults.stream().limit(MAX_FINDINGS).map(OrderFault::toString).toList();
        if (!findings.equals(read().findings())) {
            log(faults.size(), findings);
        }
        store(faults.size(), String.join("\n", findings));
    }

    private void store(int violations, String findings) {
        database.sql("update order_check set checked_at = :now, violations = :violations, findings = :findings")
                .param("now", StockChecks.utc(clock.instant()))
                .param("violations", violations)
                .param("findings", findings)
                .update();
    }

    private LastResult read() {
        return database.sql("select * from order_check")
                .query(CheckOrders::result)
                .single();
    }

    private static LastResult result(ResultSet row, int number) throws SQLException {
        var at = row.getObject("checked_at", LocalDateTime.class);
        return new LastResult(
                at == null ? null : at.toInstant(ZoneOffset.UTC),
                row.getInt("violations"),
                row.getString("findings").lines().toList());
    }

    private static void log(int violations, List<String> findings) {
        if (violations == 0) {
            LOG.info("Orders and their processes agree again");
        } else {
            LOG.error("{} orders disagree with their processes: {}", violations, findings);
        }
    }
}
