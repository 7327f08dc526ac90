package io.ordertrail.process.engine;

import java.time.Instant;
import java.util.Date;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.PurchaseOrders;

/** Ends waiting times early, for the demo company, whose orders cannot wait for days. */
@Service
@Transactional
public class Timers {

    private final ManagementService management;
    private final TaskService tasks;
    private final Orders orders;
    private final PurchaseOrders purchases;

    Timers(ManagementService management, TaskService tasks, Orders orders, PurchaseOrders purchases) {
        this.management = management;
        this.tasks = tasks;
        this.orders = orders;
        this.purchases = purchases;
    }

    /** Fires a timer of the diagrams at which the order or its parcels wait. */
    public void fire(OrderNumber order, String timer) {
        fire(orders.get(order).processInstance(), timer);
    }

    public void fire(PurchaseNumber purchase, String timer) {
        fire(purchases.get(purchase).processInstance(), timer);
    }

    /** Sets the due date of the open task of the order to a time in the past. */
    public void makeOverdue(OrderNumber order, String element, Instant since) {
        makeOverdue(order.value(), element, since);
    }

    public void makeOverdue(PurchaseNumber purchase, String element, Instant since) {
        makeOverdue(purchase.value(), element, since);
    }

    private void fire(String instance, String timer) {
        var jobs = management
                .createJobQuery()
                .rootProcessInstanceId(instance)
                .activityId(timer)
                .list();
        if (jobs.isEmpty()) {
            throw new IllegalStateException("Nothing waits for " + timer);
        }
        jobs.forEach(job -> management.executeJob(job.getId()));
    }

    private void makeOverdue(String businessKey, String element, Instant since) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(element)
                .singleResult();
        tasks.setDueDate(task.getId(), Date.from(since));
    }
}
