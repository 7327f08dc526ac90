package io.ordertrail.process;

import java.util.Date;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Timeline;
import io.ordertrail.platform.CurrentActor;
import io.ordertrail.process.OrderFulfilment.Element;
import io.ordertrail.process.OrderFulfilment.Message;
import io.ordertrail.process.OrderFulfilment.Variable;
import io.ordertrail.transaction.ContentionRetry;

/**
 * Tells an order, or one of its parcels, that nobody picks its goods, so that sales is asked whether it keeps them. One look at the open
 * tasks now and then stands for a timer in every order: those that are picked in time, nearly all, pay nothing for it. Each node looks;
 * the first counts.
 */
@Component
public class UnpickedGoods {

  private static final int AT_ONCE = 200;
  private static final String NAME = "timer: Nobody picked it";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Deadlines deadlines;
  private final Turn turn;
  private final News news;
  private final Timeline timeline;
  private final CurrentActor actor;
  private final ContentionRetry retry;
  private final TransactionTemplate transaction;

  UnpickedGoods(TaskService tasks, RuntimeService runtime, Deadlines deadlines, Turn turn, News news, Timeline timeline, CurrentActor actor,
      ContentionRetry retry, PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.deadlines = deadlines;
    this.turn = turn;
    this.news = news;
    this.timeline = timeline;
    this.actor = actor;
    this.retry = retry;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
  void look() {
    picking().taskCreatedBefore(Date.from(deadlines.latestStart(Element.NOBODY_PICKED))).orderByTaskCreateTime().asc().listPage(0, AT_ONCE)
        .forEach(this::tell);
  }

  /** Lets the time of an order be over before it is, with all of its parcels. */
  public void tell(OrderNumber order) {
    picking().processInstanceBusinessKey(order.value()).list()
        .forEach(this::tell);
  }

  private void tell(Task task) {
    actor.as(NAME, () -> retry.run(() -> transaction.executeWithoutResult(status -> ask(task))));
  }

  /** The order is locked first; whoever ended the task before has the last word. */
  private void ask(Task task) {
    var instance = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
    if (instance == null) {
      return;
    }
    turn.take(instance.getRootProcessInstanceId());
    if (tasks.createTaskQuery().taskId(task.getId()).count() > 0) {
      var order = new OrderNumber(instance.getBusinessKey());
      // a parcel of an earlier version of its diagram asks nobody, however often it is looked at
      if (news.bring(Message.GOODS_LEFT_UNPICKED, order, Variable.SITE, (String) runtime.getVariable(task.getExecutionId(), Variable.SITE))) {
        timeline.note(order, "timer", null);
      }
    }
  }

  private TaskQuery picking() {
    return tasks.createTaskQuery().processDefinitionKeyIn(OrderFulfilment.PROCESS, OrderFulfilment.PARCEL).taskDefinitionKey(Element.PICK_AND_PACK);
  }
}
