package io.ordertrail.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DeadlockLoserDataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.platform.engine.EngineContention;

class ContentionRetryTest {

    private final ContentionRetry retry = new ContentionRetry(new Contention(List.of(new EngineContention())));
    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @MethodSource("contentions")
    void contended_work_is_repeated_until_it_succeeds(RuntimeException contention) {
        assertThat(retry.call(() -> failing(2, contention))).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void after_three_attempts_the_caller_gets_a_concurrency_failure() {
        var contention = new OptimisticLockingException("engine");
        assertThatThrownBy(() -> retry.call(() -> failing(9, contention)))
                .isInstanceOf(ConcurrencyFailureException.class)
                .hasCause(contention);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void any_other_failure_is_not_repeated() {
        var fault = new IllegalArgumentException("no such product");
        assertThatThrownBy(() -> retry.call(() -> failing(9, fault))).isSameAs(fault);
        assertThat(attempts).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("duplicateKeys")
    void a_key_that_somebody_stored_first_is_repeated_and_is_no_contention(RuntimeException duplicate) {
        assertThat(retry.call(() -> failing(2, duplicate))).isEqualTo("done");

        assertThatThrownBy(() -> retry.call(() -> failing(9, duplicate))).isSameAs(duplicate);
    }

    @Test
    void another_violated_constraint_is_not_repeated() {
        var violated = new DataIntegrityViolationException("check", new SQLException("stock_promised", "23513"));

        assertThatThrownBy(() -> retry.call(() -> failing(9, violated))).isSameAs(violated);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void a_part_of_a_transaction_cannot_be_repeated() {
        var transactions = new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:again"));
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> retry.call(() -> "never")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("as a whole");
    }

    static Stream<RuntimeException> contentions() {
        var engineDeadlock = new ProcessEngineException("deadlock");
        engineDeadlock.setCode(10_000);
        return Stream.of(
                new OptimisticLockingException("engine"),
                engineDeadlock,
                new ObjectOptimisticLockingFailureException("order", 1),
                new CannotAcquireLockException("lock"),
                new DeadlockLoserDataAccessException("deadlock", null),
                new IllegalStateException(new SQLException("deadlock", "40001")),
                new IllegalStateException(new SQLException("lock time-out", "HYT00")));
    }

    static Stream<RuntimeException> duplicateKeys() {
        return Stream.of(
                new DuplicateKeyException("key"),
                new DataIntegrityViolationException("H2", new SQLException("unique", "23505")),
                new DataIntegrityViolationException("MySQL", new SQLException("unique", "23000", 1062)));
    }

    private String failing(int times, RuntimeException failure) {
        if (attempts.incrementAndGet() <= times) {
            throw failure;
        }
        return "done";
    }
}
