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

/**
 * The state of the stock check that all nodes share: which node runs it, its findings, and the sums of the ledger so
 * far.
 */
@Component
@Transactional(timeout = StockChecks.LONGEST_SECONDS)
public class StockChecks {

    static final int LONGEST_SECONDS = 600;

    /** After this time another node takes over: the node that began has died, or the check takes very long. */
    private static final Duration TAKEOVER_AFTER = Duration.ofMinutes(3);
    /** Less than a minute, so that the next check can run; more than the clocks of two nodes differ. */
    private static final Duration PAUSE = Duration.ofSeconds(45);

    private static final int MAX_FINDINGS = 20;
    private static final String ADD_MOVEMENTS = """
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
     * The result of the last check.
     *
     * @param summedUntil movements before this time are part of the stored sums
     * @param rebuiltAt when the sums were last rebuilt from the first movement
     * @param at null before the first check
     * @param violations number of faults; {@code findings} describes the first of them
     */
    public record LastResult(
            LocalDateTime summedUntil, LocalDateTime rebuiltAt, Instant at, int violations, List<String> findings) {}

    @Transactional(readOnly = true)
    public LastResult last() {
        return database.sql("select * from stock_check")
                .query(StockChecks::read)
                .single();
    }

    /** Claims the check for this node; false when another node has claimed it or just finished it. */
    public boolean tryBegin() {
        return database.sql("update stock_check set taken_until = :until where taken_until < :now")
                        .param("until", fromNow(TAKEOVER_AFTER))
                        .param("now", fromNow(Duration.ZERO))
                        .update()
                == 1;
    }

    public void end(Instant begun, List<StockFault> faults) {
        database.sql(
                        "update stock_check set taken_until = :until, checked_at = :now, violations = :violations, findings = :findings")
                .param("until", utc(begun.plus(PAUSE)))
                .param("now", fromNow(Duration.ZERO))
                .param("violations", faults.size())
                .param("findings", String.join("\n", messages(faults)))
                .update();
    }

    static List<String> messages(List<StockFault> faults) {
        return faults.stream().limit(MAX_FINDINGS).map(StockFault::toString).toList();
    }

    /** Adds the movements between two times to the sums; only once, also when several nodes try. */
    public void sum(LocalDateTime since, LocalDateTime until) {
        if (advance(since, until)) {
            database.sql(ADD_MOVEMENTS.formatted("at >= :since"))
                    .param("since", since)
                    .param("until", until)
                    .update();
        }
    }

    /**
     * Rebuilds the sums from the first movement.
     *
     * @param since the time up to which the sums reach now
     */
    public void rebuildSums(LocalDateTime since, LocalDateTime until, List<String> products) {
        if (advance(since, until)) {
            database.sql("update stock_check set rebuilt_at = :now")
                    .param("now", fromNow(Duration.ZERO))
                    .update();
            database.sql("delete from stock_sum").update();
            CheckStock.batches(products)
                    .forEach(skus -> database.sql(ADD_MOVEMENTS.formatted("sku in (:skus)"))
                            .param("skus", skus)
                            .param("until", until)
                            .update());
        }
    }

    private boolean advance(LocalDateTime since, LocalDateTime until) {
        return database.sql("update stock_check set summed_until = :until where summed_until = :since")
                        .param("since", since)
                        .param("until", until)
                        .update()
                == 1;
    }

    private LocalDateTime fromNow(Duration time) {
        return utc(clock.instant().plus(time));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static LastResult read(ResultSet row, int number) throws SQLException {
        var at = row.getObject("checked_at", LocalDateTime.class);
        return new LastResult(
                row.getObject("summed_until", LocalDateTime.class),
                row.getObject("rebuilt_at", LocalDateTime.class),
                at == null ? null : at.toInstant(ZoneOffset.UTC),
                row.getInt("violations"),
                row.getString("findings").lines().toList());
    }
}
