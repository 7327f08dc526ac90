package io.ordertrail.process.desk;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Variable;

/** The open tasks of orders, read from the engine. */
@Component
public class OpenTasks {

    private static final int LIMIT = 200;
    private static final String[] OF_ORDERS = {OrderFulfilment.PROCESS, OrderFulfilment.PARCEL};

    private final TaskService tasks;
    private final RuntimeService runtime;

    OpenTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /**
     * Lists the open tasks of an order and of its parcels, the oldest first.
     *
     * @param processInstance the instance that drives the order
     */
    public List<OpenTask> of(OrderNumber order, String processInstance) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .processDefinitionKeyIn(OF_ORDERS)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(task -> openTask(
                        task, order, task.getProcessInstanceId().equals(processInstance) ? null : parcelOf(task)))
                .toList();
    }

    /** Finds an open task; empty when the task is completed or belongs to no order. */
    public Optional<OpenTask> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(id)
                        .processDefinitionKeyIn(OF_ORDERS)
                        .singleResult())
                .flatMap(task -> orderOf(task).map(order -> openTask(task, order, parcelOf(task))));
    }

    /**
     * Finds the order numbers of tasks, by task id. Tasks that are completed or belong to none of the groups are left
     * out.
     */
    public Map<String, String> orders(List<String> ids, List<String> groups) {
        if (ids.isEmpty() || groups.isEmpty()) {
            return Map.of();
        }
        var open = tasks.createTaskQuery()
                .taskIdIn(ids.toArray(String[]::new))
                .processDefinitionKeyIn(OF_ORDERS)
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks()
                .listPage(0, LIMIT);
        var instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        var numbers = new HashMap<String, String>();
        if (!instances.isEmpty()) {
            runtime.createProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list()
                    .forEach(instance -> numbers.put(instance.getId(), instance.getBusinessKey()));
        }
        return open.stream()
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .collect(Collectors.toMap(Task::getId, task -> numbers.get(task.getProcessInstanceId())));
    }

    private Optional<OrderNumber> orderOf(Task task) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .flatMap(instance -> OrderNumber.of(instance.getBusinessKey()));
    }

    private String parcelOf(Task task) {
        return (String) runtime.getVariable(task.getExecutionId(), Variable.PARCEL);
    }

    private OpenTask openTask(Task task, OrderNumber order, String parcel) {
        return new OpenTask(
                task.getId(),
                order,
                task.getTaskDefinitionKey(),
                task.getName(),
                groupOf(task),
                task.getAssignee(),
                instant(task.getCreateTime()),
                instant(task.getDueDate()),
                parcel);
    }

    private String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .findFirst()
                .orElse(null);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
