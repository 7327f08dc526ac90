package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseAwayTest {

  @Test
  void a_broken_connection_is_known_however_deep_it_lies() {
    assertThat(DatabaseAway.isBehind(new IllegalStateException(new RuntimeException(new SQLException("link failure", "08S01"))))).isTrue();
    assertThat(DatabaseAway.isBehind(new RuntimeException(new SQLTransientConnectionException("no connection in time")))).isTrue();
    assertThat(DatabaseAway.isBehind(new RuntimeException(new SQLException("Connection is closed")))).isTrue();
    assertThat(DatabaseAway.isBehind(new CannotCreateTransactionException("none"))).isTrue();
  }

  @Test
  void what_the_database_refuses_is_no_broken_connection() {
    assertThat(DatabaseAway.isBehind(new RuntimeException(new SQLException("duplicate key", "23000")))).isFalse();
    assertThat(DatabaseAway.isBehind(new IllegalStateException("ours"))).isFalse();
  }
}
