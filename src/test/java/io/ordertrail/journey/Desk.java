package io.ordertrail.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.picking.PickList;

/** What tests do as the people at their desks, and what they read. */
@Component
@Transactional
public class Desk {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Orders orders;
    private final StockItems items;
    private final Parcels parcels;
    private final PickList pickList;

    Desk(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            Orders orders,
            StockItems items,
            Parcels parcels,
            PickList pickList) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.orders = orders;
        this.items = items;
        this.parcels = parcels;
        this.pickList = pickList;
    }

    public Task task(OrderNumber number, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(element)
                .singleResult();
    }

    /** The task of the order's parcel from a site. */
    public Task task(OrderNumber number, String site, String element) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(element)
                .list()
                .stream()
                .filter(task -> isFrom(number, site, task.getExecutionId()))
                .findFirst()
                .orElse(null);
    }

    private boolean isFrom(OrderNumber number, String site, String execution) {
        return pickList.sitesOfParcels(number)
                .getOrDefault((String) runtime.getVariable(execution, Variable.PARCEL), new TreeSet<>())
                .contains(site);
    }

    /** The number of the order that the task belongs to. */
    public OrderNumber number(Task task) {
        return new OrderNumber(runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    /** The content of the order's last parcel, in units by SKU. */
    public Map<String, Integer> parcel(OrderNumber number) {
        var all = parcels.shipped(number);
        return all.get(all.size() - 1).quantities();
    }

    /**
     * Completes a task of an order.
     *
     * @param fields name, value, name, value ...
     */
    public void complete(OrderNumber number, String element, String... fields) {
        complete(task(number, element), fields);
    }

    public void complete(Task task, String... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put(fields[i], fields[i + 1]);
        }
        tasks.complete(task.getId(), variables);
    }

    /** Fires a timer of an order. */
    public void fireTimer(OrderNumber number, String timer) {
        management.executeJob(timerJob(number, timer));
    }

    /** The id of the engine's job for a timer. */
    public String timerJob(OrderNumber number, String timer) {
        return management
                .createJobQuery()
                .rootProcessInstanceId(order(number).processInstance())
                .activityId(timer)
                .singleResult()
                .getId();
    }

    /** Fires a timer of a parcel. */
    public void fireTimer(OrderNumber number, String site, String timer) {
        management
                .createJobQuery()
                .rootProcessInstanceId(order(number).processInstance())
                .activityId(timer)
                .list()
                .stream()
                .filter(job -> isFrom(number, site, job.getExecutionId()))
                .forEach(job -> management.executeJob(job.getId()));
    }

    public Object variable(OrderNumber number, String name) {
        return runtime.getVariable(order(number).processInstance(), name);
    }

    public void startInstance(String businessKey) {
        runtime.startProcessInstanceByKey(OrderFulfilment.PROCESS, businessKey);
    }

    public void startParcel(String businessKey) {
        runtime.startProcessInstanceByKey(
                OrderFulfilment.PARCEL, businessKey, Map.of(Variable.PARCEL, businessKey + "-1"));
    }

    public boolean isEnded(OrderNumber number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count()
                == 0;
    }

    /** The order with its lines and holds loaded. */
    public Order order(OrderNumber number) {
        var order = orders.get(number);
        order.requiredQuantities();
        order.holds();
        return order;
    }

    public OrderState state(OrderNumber number) {
        return orders.get(number).state();
    }

    public List<String> openHolds(OrderNumber number) {
        return orders.get(number).openHolds().stream().map(Hold::rule).toList();
    }

    public int available(String sku) {
        return items.levels(List.of(sku)).stream()
                .mapToInt(StockLevel::available)
                .sum();
    }

    public int onHand(String sku) {
        return items.levels(List.of(sku)).stream().mapToInt(StockLevel::onHand).sum();
    }
}
