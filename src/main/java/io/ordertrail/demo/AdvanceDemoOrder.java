package io.ordertrail.demo;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.Orders;
import io.ordertrail.transaction.RetryOnContention;

/**
 * Enters a demo order and advances it to its state, as its staff would. One transaction, so that an interrupted load
 * leaves no half of it.
 */
@Service
@Transactional
class AdvanceDemoOrder {

    private final EnterDemoOrder enterDemoOrder;
    private final Orders orders;
    private final DemoScripts scripts;
    private final LeaveDemoTask leaveDemoTask;

    AdvanceDemoOrder(EnterDemoOrder enterDemoOrder, Orders orders, DemoScripts scripts, LeaveDemoTask leaveDemoTask) {
        this.enterDemoOrder = enterDemoOrder;
        this.orders = orders;
        this.scripts = scripts;
        this.leaveDemoTask = leaveDemoTask;
    }

    boolean exists(DemoOrder demo) {
        return orders.numberOf(demo.channel(), demo.reference()).isPresent();
    }

    @RetryOnContention
    void advance(DemoOrder demo) {
        var number = enterDemoOrder.enter(demo);
        scripts.stepsOf(demo.script()).forEach(step -> step.accept(number));
        DemoJob.in(orders.get(number).state()).ifPresent(job -> leaveDemoTask.leave(job, number, demo));
    }
}
