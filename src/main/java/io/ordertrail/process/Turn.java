package io.ordertrail.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.customer.Customers;
import io.ordertrail.order.Order;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import io.ordertrail.platform.Refusal;
import io.ordertrail.stock.Pledges;
import io.ordertrail.stock.Purchases;
import io.ordertrail.transaction.ContentionRetry;

/**
 * One after the other moves an order, or a purchase: whoever ends a task of it or lets a timer of it fire locks the order first, as those do who
 * bring news, and then finds what the one before has left. The engine by itself reads without locks and stumbles over what goes away.
 * The stock of what was ordered is locked before the order: who brings goods has locked it when it comes to the orders that wait for them.
 * Before the stock comes the customer, where the order will be checked: who enters one of the same customer has locked that first.
 */
@Component
class Turn {

  private final Customers customers;
  private final Orders orders;
  private final Purchases purchases;
  private final Pledges pledges;
  private final ContentionRetry retry;
  private final TransactionTemplate transaction;

  Turn(Customers customers, Orders orders, Purchases purchases, Pledges pledges, ContentionRetry retry, PlatformTransactionManager transactions) {
    this.customers = customers;
    this.orders = orders;
    this.purchases = purchases;
    this.pledges = pledges;
    this.retry = retry;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Until the end of the running transaction. An instance that drives nothing of ours needs no turn.
   *
   * @param root the instance, or for a parcel the one that called it
   */
  void take(String root) {
    orders.customerOfCorrected(root).ifPresent(customer -> customers.lock(List.of(customer)));
    pledges.lock(orders.productsDrivenBy(root));
    if (orders.lockDrivenBy(root).isEmpty()) {
      purchases.lockDrivenBy(root);
    }
  }

  Order take(OrderNumber number) {
    pledges.lock(orders.productsOf(List.of(number)));
    return orders.getLocked(number);
  }

  /**
   * Ends a task in its turn; in a transaction of its own, and again where that met others, unless it is part of one.
   *
   * @throws Refusal where the one before has ended it
   */
  <T> T end(String task, CommandExecutor engine, Supplier<T> work) {
    Supplier<T> inTurn = () -> transaction.execute(status -> {
      take(rootOf(task, engine));
      rootOf(task, engine);     // the one before may have ended it
      return ended(task, work);
    });
    return TransactionSynchronizationManager.isActualTransactionActive() ? inTurn.get() : retry.call(inTurn::get);
  }

  /** H2 may show a task that another has just ended beside its execution, which has gone on: the next look finds neither. */
  private static <T> T ended(String task, Supplier<T> work) {
    try {
      return work.get();
    } catch (PvmException goneOn) {
      throw new ConcurrencyFailureException("Task " + task + " was ended meanwhile", goneOn);
    }
  }

  /** Whether the caller may see the task is for the engine to say, when the work comes to it. */
  private static String rootOf(String id, CommandExecutor engine) {
    return engine.execute(context -> context.runWithoutAuthorization(() -> Optional.ofNullable(context.getTaskManager().findTaskById(id))
        .map(task -> context.getExecutionManager().findExecutionById(task.getExecutionId()))
        .map(ExecutionEntity::getRootProcessInstanceId))).orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "task.gone"));
  }
}
