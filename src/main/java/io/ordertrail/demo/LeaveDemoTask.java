package io.ordertrail.demo;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.Timers;

/** Leaves the open task of a demo order as it is shown: claimed by a person, or overdue. */
@Component
class LeaveDemoTask {

    private static final Duration LATE = Duration.ofHours(3);

    private final DemoStaff staff;
    private final Timers timers;
    private final Clock clock;

    LeaveDemoTask(DemoStaff staff, Timers timers, Clock clock) {
        this.staff = staff;
        this.timers = timers;
        this.clock = clock;
    }

    void leave(DemoJob job, OrderNumber number, DemoOrder demo) {
        if (demo.claimed()) {
            staff.claim(job, number);
        }
        if (demo.overdue()) {
            timers.makeOverdue(number, job.element(), clock.instant().minus(LATE));
        }
    }
}
