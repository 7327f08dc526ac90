package io.ordertrail.process;

import java.time.Instant;
import java.util.Date;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;

/** Lets time be over before it is: for the demo company, whose orders cannot wait for days to be shown. */
@Service
@Transactional
public class Timers {

  private final ManagementService management;
  private final TaskService tasks;
  private final Orders orders;

  Timers(ManagementService management, TaskService tasks, Orders orders) {
    this.management = management;
    this.tasks = tasks;
    this.orders = orders;
  }

  /** A timer of the diagram that the order waits at is due now. */
  public void fire(OrderNumber order, String timer) {
    management.executeJob(management.createJobQuery().processInstanceId(orders.get(order).processInstance()).activityId(timer)
        .singleResult().getId());
  }

  /** What the order waits for a person to do was due then. */
  public void overdue(OrderNumber order, String element, Instant since) {
    var task = tasks.createTaskQuery().processInstanceBusinessKey(order.value()).taskDefinitionKey(element).singleResult();
    tasks.setDueDate(task.getId(), Date.from(since));
  }
}
