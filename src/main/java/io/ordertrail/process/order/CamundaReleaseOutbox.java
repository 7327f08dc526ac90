package io.ordertrail.process.order;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.stock.external.ReleaseOutbox;

/**
 * Stores a {@link ReleaseJob}. It names the order's process instance, so the engine runs it neither beside nor before
 * another job of the order, but belongs to no execution, so it does not end with the instance. Its incident is one of
 * the process definition.
 */
@Component
class CamundaReleaseOutbox implements ReleaseOutbox {

    private final Orders orders;
    private final HistoryService history;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    CamundaReleaseOutbox(Orders orders, HistoryService history, ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.orders = orders;
        this.history = history;
        this.engine = engine;
    }

    @Override
    public void add(OrderNumber order) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(orders.get(order).processInstance())
                .singleResult();
        engine.getObject().getCommandExecutorTxRequired().execute(context -> send(context, job(order, instance)));
    }

    private static Void send(CommandContext context, MessageEntity job) {
        context.getJobManager().send(job);
        return null;
    }

    private static MessageEntity job(OrderNumber order, HistoricProcessInstance instance) {
        var job = new MessageEntity();
        job.setJobHandlerType(ReleaseJob.TYPE);
        job.setJobHandlerConfiguration(new ReleaseJob.Configuration(order.value()));
        job.setProcessInstanceId(instance.getId());
        job.setRootProcessInstanceId(instance.getRootProcessInstanceId());
        job.setProcessDefinitionId(instance.getProcessDefinitionId());
        job.setProcessDefinitionKey(instance.getProcessDefinitionKey());
        return job;
    }
}
