package io.ordertrail.contention;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How many rows MySQL reads to answer something. */
@Component
public class RowsRead {

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    RowsRead(JdbcTemplate sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** @param question asked by the connection of the transaction in which it runs */
    public long by(Runnable question) {
        return transaction.execute(status -> {
            sql.execute("flush status");
            question.run();
            return sql.queryForList("show session status like 'Handler_read%'").stream()
                    .mapToLong(row -> Long.parseLong(row.get("Value").toString()))
                    .sum();
        });
    }
}
