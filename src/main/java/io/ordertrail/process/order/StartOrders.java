package io.ordertrail.process.order;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.EnteredOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.StoreOrder;
import io.ordertrail.process.engine.ImportOrders;
import io.ordertrail.process.engine.LatestDefinition;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderLock;
import io.ordertrail.transaction.UnwrittenRows;

/**
 * Starts the processes of new orders on the latest version of the diagram. They share one command of the engine, which
 * writes the engine's rows of all of them together.
 */
@Component
class StartOrders {

    private final ProcessEngineConfigurationImpl engine;
    private final LatestDefinition latest;
    private final OrderLock orderLock;
    private final StoreOrder storeOrder;
    private final UnwrittenRows unwritten;

    StartOrders(
            ProcessEngineConfigurationImpl engine,
            LatestDefinition latest,
            OrderLock orderLock,
            StoreOrder storeOrder,
            UnwrittenRows unwritten) {
        this.engine = engine;
        this.latest = latest;
        this.orderLock = orderLock;
        this.storeOrder = storeOrder;
        this.unwritten = unwritten;
    }

    void start(List<EnteredOrder> entered) {
        var orders = entered.stream()
                .collect(Collectors.partitioningBy(one -> one.order().isHistory()));
        startPresent(orders.get(false));
        startPast(orders.get(true));
    }

    /** An order of the past is not checked and takes no stock, so it locks neither customers nor stock. */
    private void startPast(List<EnteredOrder> entered) {
        if (entered.isEmpty()) {
            return;
        }
        engine.getCommandExecutorTxRequired().execute(command -> {
            var definition = definition(ImportOrders.PAST_ORDER);
            entered.forEach(one -> one.caller().run(() -> start(one.order(), definition)));
            unwritten.write();
            return null;
        });
    }

    private void startPresent(List<EnteredOrder> entered) {
        if (entered.isEmpty()) {
            return;
        }
        orderLock.lockNew(entered.stream().map(EnteredOrder::order).toList());
        engine.getCommandExecutorTxRequired().execute(command -> {
            startAll(entered);
            return null;
        });
    }

    /**
     * The rows of all orders are written together. A customer's rows are written before the next order of the customer,
     * whose check reads them. When a step had Hibernate write a part of its order, the rest is written before the next
     * order, because Hibernate writes the kinds of rows in the sequence in which they first appear.
     */
    private void startAll(List<EnteredOrder> entered) {
        var definition = definition(OrderFulfilment.PROCESS);
        var customers = new HashSet<String>();
        for (var one : entered) {
            if (!customers.add(one.order().customer())) {
                unwritten.write();
            }
            one.caller().run(() -> start(one.order(), definition));
            if (!unwritten.contains(one.order())) {
                unwritten.write();
            }
        }
        unwritten.write();
    }

    private ProcessDefinitionEntity definition(String process) {
        return engine.getDeploymentCache().findDeployedProcessDefinitionById(latest.id(process));
    }

    /** The order is stored between the creation of its instance and the first step, which reads it. */
    private void start(Order order, ProcessDefinitionEntity definition) {
        var instance = definition.createProcessInstance(order.number().value());
        storeOrder.store(order, instance.getId());
        instance.start();
    }
}
