package io.ordertrail.process.path;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.ImportOrders;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.picture.ProcessPicture;

/** Reads the path of an order and of its parcels from the history of the engine, on the diagrams that they follow. */
@Component
public class OrderPaths {

    private final HistoryService history;
    private final RepositoryService repository;

    OrderPaths(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /** The pages at which the order or one of its parcels was: the order's own first, then the parcels as they began. */
    public List<PathPage> of(OrderNumber order) {
        return pages(order).toList();
    }

    /**
     * Finds one page.
     *
     * @param key as {@link PathPage#key()} gives it
     */
    public Optional<PathPage> find(OrderNumber order, String key) {
        return pages(order).filter(page -> page.key().equals(key)).findFirst();
    }

    /** Reads the history of an instance only when somebody asks for its pages. */
    private Stream<PathPage> pages(OrderNumber order) {
        return Stream.of(
                        instances(order, OrderFulfilment.PROCESS).flatMap(instance -> pages("", instance)),
                        instances(order, ImportOrders.PAST_ORDER).flatMap(instance -> pages("", instance)),
                        instances(order, OrderFulfilment.PARCEL).flatMap(instance -> pages(parcel(instance), instance)))
                .flatMap(pages -> pages)
                .filter(PathPage::isVisited);
    }

    private Stream<HistoricProcessInstance> instances(OrderNumber order, String process) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(order.value())
                .processDefinitionKey(process)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream();
    }

    private String parcel(HistoricProcessInstance instance) {
        return Optional.ofNullable(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName(Variable.PARCEL)
                        .singleResult())
                .map(variable -> (String) variable.getValue())
                .orElse(instance.getId());
    }

    private Stream<PathPage> pages(String parcel, HistoricProcessInstance instance) {
        var visits = Visit.all(history, instance.getId());
        return ProcessPicture.of(repository.getBpmnModelInstance(instance.getProcessDefinitionId())).stream()
                .map(page -> new PathPage(parcel, page, visits));
    }
}
