package io.ordertrail.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of several nodes that start at the same time, one loads the demo company. When it dies, another start may load it
 * after the lock expires.
 */
@Component
@Transactional
class DemoLoadLock {

    private static final Duration LOCK_TIME = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Clock clock;

    DemoLoadLock(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Acquires the lock.
     *
     * @return false when another node has it
     */
    boolean tryAcquire() {
        return database.sql("update demo_loading set taken_until = :until where taken_until < :now")
                        .param("until", after(LOCK_TIME))
                        .param("now", after(Duration.ZERO))
                        .update()
                == 1;
    }

    void extend() {
        lockFor(LOCK_TIME);
    }

    void release() {
        lockFor(Duration.ZERO);
    }

    private void lockFor(Duration time) {
        database.sql("update demo_loading set taken_until = :until")
                .param("until", after(time))
                .update();
    }

    private LocalDateTime after(Duration time) {
        return LocalDateTime.ofInstant(clock.instant().plus(time), ZoneOffset.UTC);
    }
}
