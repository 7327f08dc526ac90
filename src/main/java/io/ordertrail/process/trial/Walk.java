package io.ordertrail.process.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.file.ProcessFiles;

/** The way of one synthetic order or purchase, on which people, messages and timers do what they may do. */
final class Walk {

    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
    private static final String KEY = "TRIAL";
    private static final String DAY = "2026-12-03";
    private static final Pattern HIDDEN_UNLESS = Pattern.compile("=(\\w+) != \"(\\w+)\"");
    private static final int STEPS = 60;
    private static final int CANCELLED = 12;

    /** Something that can happen to the order, by the name of its element or message. */
    private record Event(String name, Runnable act) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final ProcessEngine engine;
    private final ProcessFiles files;
    private final Track track;
    private final Choices choices;

    Walk(ProcessEngine engine, ProcessFiles files, Track track, Choices choices) {
        this.engine = engine;
        this.files = files;
        this.track = track;
        this.choices = choices;
    }

    /** Starts an instance and moves it on until it ends, fails, or has gone round often enough. */
    Optional<ProcessFinding> walk(String process) {
        track.begin();
        try {
            var order = engine.getRuntimeService()
                    .startProcessInstanceByKey(process, KEY)
                    .getId();
            for (int i = 0; i < STEPS && isOpen(order); i++) {
                var next = next();
                if (next.isEmpty()) {
                    return Optional.of(refuse("trial.stuck", track.last()));
                }
                choices.oneOf("next", next).act().run();
                if (track.hasEnded() && isOpen(order)) {
                    return Optional.of(refuse("trial.after-end", track.last()));
                }
            }
            var leftOpen = OrderFulfilment.PROCESS.equals(process) && !track.hasEnded() && !isOpen(order);
            abandon(order);
            return leftOpen ? Optional.of(refuse("trial.open", track.last())) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.debug("A trial order failed", e);
            return Optional.of(fault(e));
        }
    }

    private boolean isOpen(String order) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(order)
                        .count()
                > 0;
    }

    private void abandon(String order) {
        if (isOpen(order)) {
            engine.getRuntimeService().deleteProcessInstance(order, "enough");
        }
    }

    private List<Event> next() {
        var possible = new ArrayList<Event>();
        engine.getTaskService()
                .createTaskQuery()
                .initializeFormKeys()
                .list()
                .forEach(task -> possible.add(new Event(task.getTaskDefinitionKey(), () -> complete(task))));
        engine.getManagementService().createJobQuery().list().forEach(job -> possible.add(event(job)));
        var messages = engine.getRuntimeService()
                .createEventSubscriptionQuery()
                .eventType("message")
                .list();
        messages.stream().filter(this::canCome).forEach(message -> possible.add(event(message)));
        if (!possible.isEmpty() && choices.oneIn(CANCELLED)) {
            messages.stream().filter(Walk::cancels).forEach(message -> possible.add(event(message)));
        }
        return possible;
    }

    /** Nobody confirms the receipt of another order. */
    private boolean canCome(EventSubscription message) {
        return !cancels(message)
                && (!Message.RECEIPT_CONFIRMED.equals(message.getEventName()) || track.isIn(OrderState.DELIVERED));
    }

    private static boolean cancels(EventSubscription message) {
        return Message.CANCELLATION_REQUESTED.equals(message.getEventName());
    }

    private Event event(Job job) {
        return new Event(
                job.getJobDefinitionId(), () -> engine.getManagementService().executeJob(job.getId()));
    }

    private Event event(EventSubscription message) {
        return new Event(
                message.getEventName(),
                () -> engine.getRuntimeService()
                        .messageEventReceived(message.getEventName(), message.getExecutionId()));
    }

    private void complete(Task task) {
        var form = Optional.ofNullable(task.getCamundaFormRef())
                .map(ref -> ref.getKey())
                .flatMap(files::form);
        var fields =
                form.map(ProcessFiles.Form::fields).orElseGet(Stream::empty).toList();
        Map<String, Object> values = new HashMap<>();
        fields.forEach(field -> {
            engine.getTaskService().removeVariable(task.getId(), key(field));
            if (isRequired(field) || choices.oneIn(2)) {
                values.put(key(field), value(task, field));
            }
        });
        fields.stream().filter(field -> isHidden(field, values)).forEach(field -> values.remove(key(field)));
        engine.getTaskService().complete(task.getId(), values);
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }

    private static boolean isRequired(JsonNode field) {
        return field.path("validate").path("required").asBoolean();
    }

    /** A form hides a field by {@code =other != "value"}. */
    private static boolean isHidden(JsonNode field, Map<String, Object> values) {
        var hide = HIDDEN_UNLESS.matcher(field.path("conditional").path("hide").asText());
        return hide.matches() && !hide.group(2).equals(values.get(hide.group(1)));
    }

    private String value(Task task, JsonNode field) {
        var offered = field.path("values").findValuesAsText("value");
        if (!offered.isEmpty()) {
            return choices.oneOf(task.getTaskDefinitionKey() + " " + key(field), offered);
        }
        return field.path("type").asText().equals("datetime") ? DAY : "40";
    }

    private ProcessFinding fault(RuntimeException fault) {
        if (causes(fault).anyMatch(Track.Ended.class::isInstance)) {
            return refuse("trial.after-end", track.last());
        }
        return causes(fault)
                .filter(StandIns.Lacks.class::isInstance)
                .findFirst()
                .map(lacks -> refuse("trial.reads", track.last(), lacks.getMessage()))
                .orElseGet(() -> refuse("trial.fails", track.last(), track.beforeLast()));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
    }

    private ProcessFinding refuse(String key, String... args) {
        return ProcessFinding.refuse(track.fileOf(files, track.last()), track.last(), key, (Object[]) args);
    }
}
