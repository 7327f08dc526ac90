package io.ordertrail.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;

import io.ordertrail.journey.JourneyTest;

@JourneyTest
class StartupLockTest {

    @Autowired
    StartupLock lock;

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void a_node_asks_again_when_another_one_holds_the_lock_longer_than_the_database_waits() {
        lock.whileHeld(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new CannotAcquireLockException("Lock wait timeout exceeded");
            }
        });

        assertThat(attempts).hasValue(3);
    }

    @Test
    void work_that_fails_for_another_reason_is_not_repeated() {
        assertThatThrownBy(() -> lock.whileHeld(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(attempts).hasValue(1);
    }
}
