package io.ordertrail.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.check.RecordDecision;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.settings.DeliveryDays;

/**
 * Clears the form fields of a task when the task is created, validates the submitted fields before anything is stored,
 * and records the decision in the timeline of the order.
 */
@Component
class FormValidation {

    private static final String DECISION = "Decision";

    private final Map<String, List<FormField>> forms = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final RecordDecision recordDecision;
    private final DeliveryDays deliveryDays;

    FormValidation(ObjectMapper json, RecordDecision recordDecision, DeliveryDays deliveryDays) {
        this.json = json;
        this.recordDecision = recordDecision;
        this.deliveryDays = deliveryDays;
    }

    void begin(DelegateTask task) {
        fieldsOf(task).forEach(field -> task.getExecution().removeVariable(field.key()));
    }

    void complete(DelegateTask task) {
        if (task.getExecution() == null) {
            throw new ConcurrencyFailureException("The instance of task " + task.getId() + " is gone");
        }
        var fields = fieldsOf(task);
        var submitted = SubmittedVariables.variables(task);
        refuseUnknown(
                submitted,
                fields.stream()
                        .filter(field -> field.isShown(submitted) || submitted.get(field.key()) == null)
                        .toList());
        fields.stream()
                .filter(field -> field.isShown(submitted))
                .forEach(field -> field.error(submitted.get(field.key()), deliveryDays)
                        .ifPresent(fault -> {
                            throw new Refusal(Refusal.Kind.INVALID, fault, field.label());
                        }));
        recordDecision(task, fields);
    }

    /** The timeline has what somebody wrote. A variable would show it in Cockpit and keep it in the clear until the process ends. */
    private static void forgetFreeTexts(DelegateTask task, List<FormField> fields) {
        fields.stream()
                .map(FormField::key)
                .filter(key -> key.endsWith(KeptHistory.FREE_TEXT))
                .forEach(task.getExecution()::removeVariable);
    }

    /** A form is deployed with its diagram, so it never changes for that version of the diagram. */
    private List<FormField> fieldsOf(DelegateTask task) {
        return forms.computeIfAbsent(
                task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(), form -> read(task));
    }

    /** A task without a form accepts no field. */
    private List<FormField> read(DelegateTask task) {
        if (task.getBpmnModelElementInstance().getCamundaFormRef() == null) {
            return List.of();
        }
        try (var form = task.getProcessEngineServices().getFormService().getDeployedTaskForm(task.getId())) {
            return StreamSupport.stream(json.readTree(form).path("components").spliterator(), false)
                    .filter(component -> component.has("key"))
                    .map(FormField::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a field that the form does not have, and a value in a field that the form hides. */
    private static void refuseUnknown(Map<String, Object> submitted, List<FormField> shown) {
        var known = shown.stream().map(FormField::key).collect(Collectors.toSet());
        submitted.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(Refusal.Kind.INVALID, "task.field.foreign");
                });
    }

    private void recordDecision(DelegateTask task, List<FormField> fields) {
        var order = OrderNumber.of(task.getExecution().getProcessBusinessKey());
        if (order.isEmpty()) {
            return; // a purchase stores its decision in its own row
        }
        if (!OrderFulfilment.USER_TASKS.contains(task.getTaskDefinitionKey())) {
            recordDecision.recordTask(order.get(), task.getName(), decided(task, fields));
            forgetFreeTexts(task, fields);
            return;
        }
        fields.stream()
                .map(FormField::key)
                .filter(key -> key.endsWith(DECISION))
                .findFirst()
                .ifPresent(key -> {
                    var decision = Decision.of((String) task.getVariable(key)).orElseThrow();
                    var reason = (String) task.getVariable(key.replace(DECISION, KeptHistory.FREE_TEXT));
                    recordDecision.record(order.get(), decision, reason);
                });
        forgetFreeTexts(task, fields);
    }

    /** What was decided in a task that a process owner added, in the words of its form. */
    private static String decided(DelegateTask task, List<FormField> fields) {
        return fields.stream()
                .filter(FormField::isDecision)
                .filter(field -> task.getVariable(field.key()) != null)
                .map(field -> field.inWords(task.getVariable(field.key())))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(", "));
    }
}
