package io.ordertrail.process.order;

import java.util.List;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.EnteredOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.StoreOrder;
import io.ordertrail.process.engine.LatestDefinition;
import io.ordertrail.process.engine.OrderLock;

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
    private final Orders orders;

    StartOrders(
            ProcessEngineConfigurationImpl engine,
            LatestDefinition latest,
            OrderLock orderLock,
            StoreOrder storeOrder,
            Orders orders) {
        this.engine = engine;
        this.latest = latest;
        this.orderLock = orderLock;
        this.storeOrder = storeOrder;
        this.orders = orders;
    }

    void start(List<EnteredOrder> entered) {
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
     * The rows of an order are written before the next order begins: the check of that order reads those of the same
     * customer, and rows that wait would mix with its own.
     */
    private void startAll(List<EnteredOrder> entered) {
        var definition = engine.getDeploymentCache().findDeployedProcessDefinitionById(latest.id());
        for (var one : entered) {
            one.caller().run(() -> start(one.order(), definition));
            orders.flush();
        }
    }

    /** The order is stored between the creation of its instance and the first step, which reads it. */
    private void start(Order order, ProcessDefinitionEntity definition) {
        var instance = definition.createProcessInstance(order.number().value());
        storeOrder.store(order, instance.getId());
        instance.start();
    }
}
