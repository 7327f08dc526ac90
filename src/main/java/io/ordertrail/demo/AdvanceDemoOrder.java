package io.ordertrail.demo;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.Orders;
import io.ordertrail.transaction.RetryOnContention;

/** Brings a demo order to its place, through everybody's hands. In one transaction: after a kill it is there whole or not at all. */
@Service
@Transactional
class AdvanceDemoOrder {

    private final EnterDemoOrder enterDemoOrder;
    private final Orders orders;
    private final DemoScripts roads;
    private final LeaveDemoTask leaveTask;

    AdvanceDemoOrder(EnterDemoOrder enterDemoOrder, Orders orders, DemoScripts roads, LeaveDemoTask leaveTask) {
        this.enterDemoOrder = enterDemoOrder;
        this.orders = orders;
        this.roads = roads;
        this.leaveTask = leaveTask;
    }

    boolean isThere(DemoOrder demo) {
        return orders.numberOf(demo.channel(), demo.reference()).isPresent();
    }

    @RetryOnContention
    void bring(DemoOrder demo) {
        var number = enterDemoOrder.enter(demo);
        roads.to(demo.road()).forEach(act -> act.accept(number));
        DemoJob.in(orders.get(number).state()).ifPresent(job -> leaveTask.leave(job, number, demo));
    }
}
