package io.ordertrail.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Of several nodes that start at once, one loads the demo company; if it dies over that, another start may, a little later. */
@Component
@Transactional
class DemoLoadLock {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Clock clock;

    DemoLoadLock(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return whether it is this node */
    boolean begin() {
        return database.sql("update demo_loading set taken_until = :until where taken_until < :now")
                        .param("until", in(PATIENCE))
                        .param("now", in(Duration.ZERO))
                        .update()
                == 1;
    }

    void goOn() {
        take(PATIENCE);
    }

    void end() {
        take(Duration.ZERO);
    }

    private void take(Duration longer) {
        database.sql("update demo_loading set taken_until = :until")
                .param("until", in(longer))
                .update();
    }

    private LocalDateTime in(Duration time) {
        return LocalDateTime.ofInstant(clock.instant().plus(time), ZoneOffset.UTC);
    }
}
