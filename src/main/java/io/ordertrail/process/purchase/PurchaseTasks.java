package io.ordertrail.process.purchase;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** The open tasks of purchases, read from the engine. */
@Component
public class PurchaseTasks {

    private static final int LIMIT = 200;

    private final TaskService tasks;
    private final RuntimeService runtime;

    PurchaseTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** Finds an open task; empty when the task is completed or belongs to no purchase. */
    public Optional<PurchaseTask> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(id)
                        .processDefinitionKey(ReplenishStock.PROCESS)
                        .singleResult())
                .flatMap(task -> Optional.ofNullable(purchases(List.of(task)).get(task.getId()))
                        .map(number -> purchaseTask(task, number)));
    }

    /** Finds the open task of each purchase that has one. */
    public Map<PurchaseNumber, PurchaseTask> of(Collection<PurchaseNumber> purchases) {
        if (purchases.isEmpty()) {
            return Map.of();
        }
        var open = tasks.createTaskQuery()
                .processDefinitionKey(ReplenishStock.PROCESS)
                .processInstanceBusinessKeyIn(
                        purchases.stream().map(PurchaseNumber::value).toArray(String[]::new))
                .list();
        var numbers = purchases(open);
        return open.stream()
                .filter(task -> numbers.containsKey(task.getId()))
                .collect(Collectors.toMap(
                        task -> numbers.get(task.getId()),
                        task -> purchaseTask(task, numbers.get(task.getId())),
                        (one, other) -> one));
    }

    /**
     * Finds the purchase numbers of tasks, by task id. Tasks that are completed or belong to none of the groups are
     * left out.
     */
    public Map<String, String> numbers(List<String> ids, List<String> groups) {
        if (ids.isEmpty() || groups.isEmpty()) {
            return Map.of();
        }
        var open = tasks.createTaskQuery()
                .taskIdIn(ids.toArray(String[]::new))
                .processDefinitionKey(ReplenishStock.PROCESS)
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks()
                .listPage(0, LIMIT);
        return purchases(open).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    private Map<String, PurchaseNumber> purchases(List<Task> open) {
        var numbers = new HashMap<String, PurchaseNumber>();
        if (!open.isEmpty()) {
            var keys = runtime
                    .createProcessInstanceQuery()
                    .processInstanceIds(
                            open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(
                            instance -> instance.getId(), instance -> PurchaseNumber.of(instance.getBusinessKey())));
            open.forEach(task -> keys.getOrDefault(task.getProcessInstanceId(), Optional.empty())
                    .ifPresent(number -> numbers.put(task.getId(), number)));
        }
        return numbers;
    }

    private PurchaseTask purchaseTask(Task task, PurchaseNumber number) {
        return new PurchaseTask(
                task.getId(),
                number,
                task.getTaskDefinitionKey(),
                groupOf(task),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    private String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElse(null);
    }
}
