package io.ordertrail.process.engine;

import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.PurchaseOrders;

/**
 * Ends waiting times early: when news make the waiting pointless, and for the demo company, whose orders cannot wait for
 * days.
 */
@Service
@Transactional
public class Timers {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Orders orders;
    private final PurchaseOrders purchases;

    Timers(
            ManagementService management,
            RuntimeService runtime,
            TaskService tasks,
            Orders orders,
            PurchaseOrders purchases) {
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
        this.orders = orders;
        this.purchases = purchases;
    }

    /** Fires a timer of the diagrams at which the order or its parcels wait. */
    public void fire(OrderNumber order, String timer) {
        fire(orders.get(order).processInstance(), timer);
    }

    /**
     * Fires a timer at which one parcel of the order waits; does nothing when the parcel does not wait there.
     *
     * @param parcel its number
     */
    public void fire(OrderNumber order, String timer, String parcel) {
        waiting(orders.get(order).processInstance(), timer).stream()
                .filter(job -> parcel.equals(runtime.getVariable(job.getExecutionId(), Variable.PARCEL)))
                .forEach(job -> management.executeJob(job.getId()));
    }

    public void fire(PurchaseNumber purchase, String timer) {
        fire(purchases.get(purchase).processInstance(), timer);
    }

    /** Makes the open task of the order due at the moment at which it was created, so it is overdue now. */
    public void makeOverdue(OrderNumber order, String element) {
        makeOverdue(order.value(), element);
    }

    public void makeOverdue(PurchaseNumber purchase, String element) {
        makeOverdue(purchase.value(), element);
    }

    private void fire(String instance, String timer) {
        var jobs = waiting(instance, timer);
        if (jobs.isEmpty()) {
            throw new IllegalStateException("Nothing waits for " + timer);
        }
        jobs.forEach(job -> management.executeJob(job.getId()));
    }

    private List<Job> waiting(String instance, String timer) {
        return management
                .createJobQuery()
                .rootProcessInstanceId(instance)
                .activityId(timer)
                .list();
    }

    private void makeOverdue(String businessKey, String element) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(element)
                .singleResult();
        tasks.setDueDate(task.getId(), task.getCreateTime());
    }
}
