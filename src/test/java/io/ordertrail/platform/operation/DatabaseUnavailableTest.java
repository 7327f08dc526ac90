package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseUnavailableTest {

    @Test
    void a_broken_connection_is_recognized_at_any_depth_of_causes() {
        assertThat(DatabaseUnavailable.isBehind(
                        new IllegalStateException(new RuntimeException(new SQLException("link failure", "08S01")))))
                .isTrue();
        assertThat(DatabaseUnavailable.isBehind(
                        new RuntimeException(new SQLTransientConnectionException("no connection in time"))))
                .isTrue();
        assertThat(DatabaseUnavailable.isBehind(new RuntimeException(new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(DatabaseUnavailable.isBehind(new CannotCreateTransactionException("none")))
                .isTrue();
    }

    @Test
    void what_the_database_refuses_is_no_broken_connection() {
        assertThat(DatabaseUnavailable.isBehind(new RuntimeException(new SQLException("duplicate key", "23000"))))
                .isFalse();
        assertThat(DatabaseUnavailable.isBehind(new IllegalStateException("ours")))
                .isFalse();
    }
}
