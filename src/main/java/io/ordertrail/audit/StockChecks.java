package io.ordertrail.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What all nodes know of the check that runs every minute: whose turn it is, what it found, and the sums of the ledger so far. */
@Component
@Transactional(timeout = StockChecks.LONGEST_SECONDS)
public class StockChecks {

    static final int LONGEST_SECONDS = 600;

    /** A node that has begun and does not end has died, or adds up very much. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Less than a minute, so that the next one finds its turn; more than the clocks of two nodes differ. */
    private static final Duration PAUSE = Duration.ofSeconds(45);

    private static final int MOST_FINDINGS = 20;
    private static final String MOVEMENTS = """
      insert into stock_sum (sku, site, on_hand, reserved)
      select sku, site, sum(on_hand_change), sum(reserved_change) from stock_movement where at < :until and %s group by sku, site
      on duplicate key update on_hand = on_hand + values(on_hand), reserved = reserved + values(reserved)""";

    private final JdbcClient database;
    private final Clock clock;

    StockChecks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What was found last.
     *
     * @param summedUntil movements before are in the sums that are kept
     * @param summedAnew when these were last made from the first movement
     * @param at null before the first check
     * @param violations how many faults there were, of which {@code findings} tells the first
     */
    public record Last(
            LocalDateTime summedUntil, LocalDateTime summedAnew, Instant at, int violations, List<String> findings) {}

    @Transactional(readOnly = true)
    public Last last() {
        return database.sql("select * from stock_check")
                .query(StockChecks::read)
                .single();
    }

    /** @return whether it is this node's turn */
    public boolean begin() {
        return database.sql("update stock_check set taken_until = :until where taken_until < :now")
                        .param("until", in(PATIENCE))
                        .param("now", in(Duration.ZERO))
                        .update()
                == 1;
    }

    public void end(Instant begun, List<StockFault> faults) {
        database.sql(
                        "update stock_check set taken_until = :until, checked_at = :now, violations = :violations, findings = :findings")
                .param("until", utc(begun.plus(PAUSE)))
                .param("now", in(Duration.ZERO))
                .param("violations", faults.size())
                .param("findings", String.join("\n", told(faults)))
                .update();
    }

    static List<String> told(List<StockFault> faults) {
        return faults.stream().limit(MOST_FINDINGS).map(StockFault::toString).toList();
    }

    /** Adds what was booked between two times to the sums, once, whoever else does the same. */
    public void sum(LocalDateTime since, LocalDateTime until) {
        if (move(since, until)) {
            database.sql(MOVEMENTS.formatted("at >= :since"))
                    .param("since", since)
                    .param("until", until)
                    .update();
        }
    }

    /** Makes the sums from the first movement. @param since as they were made so far */
    public void sumAnew(LocalDateTime since, LocalDateTime until, List<String> products) {
        if (move(since, until)) {
            database.sql("update stock_check set summed_anew = :now")
                    .param("now", in(Duration.ZERO))
                    .update();
            database.sql("delete from stock_sum").update();
            CheckStock.batches(products)
                    .forEach(skus -> database.sql(MOVEMENTS.formatted("sku in (:skus)"))
                            .param("skus", skus)
                            .param("until", until)
                            .update());
        }
    }

    private boolean move(LocalDateTime since, LocalDateTime until) {
        return database.sql("update stock_check set summed_until = :until where summed_until = :since")
                        .param("since", since)
                        .param("until", until)
                        .update()
                == 1;
    }

    private LocalDateTime in(Duration time) {
        return utc(clock.instant().plus(time));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Last read(ResultSet row, int number) throws SQLException {
        var at = row.getObject("checked_at", LocalDateTime.class);
        return new Last(
                row.getObject("summed_until", LocalDateTime.class),
                row.getObject("summed_anew", LocalDateTime.class),
                at == null ? null : at.toInstant(ZoneOffset.UTC),
                row.getInt("violations"),
                row.getString("findings").lines().toList());
    }
}
