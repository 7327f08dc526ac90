package io.ordertrail.contention;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures how many rows MySQL reads for a query. */
@Component
public class RowsRead {

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    RowsRead(JdbcTemplate sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * Counts the rows that a query reads.
     *
     * @param query runs on the connection of its own transaction
     */
    public long by(Runnable query) {
        return transaction.execute(status -> {
            sql.execute("flush status");
            query.run();
            return sql.queryForList("show session status like 'Handler_read%'").stream()
                    .mapToLong(row -> Long.parseLong(row.get("Value").toString()))
                    .sum();
        });
    }
}
