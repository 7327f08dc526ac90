package io.ordertrail.demo;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.Timers;

/** Leaves the open task of a demo order as it is shown: claimed by a person, or overdue. */
@Component
class LeaveDemoTask {

    private final DemoStaff staff;
    private final Timers timers;

    LeaveDemoTask(DemoStaff staff, Timers timers) {
        this.staff = staff;
        this.timers = timers;
    }

    void leave(DemoJob job, OrderNumber number, DemoOrder demo) {
        if (demo.claimed()) {
            staff.claim(job, number);
        }
        if (demo.overdue()) {
            timers.makeOverdue(number, job.element());
        }
    }
}
