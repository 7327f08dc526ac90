package io.ordertrail.process.path;

import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/**
 * One stay of an order or a parcel at an element of a diagram.
 *
 * @param name of the element; null for one that has none
 * @param scope the sub-process or process instance in which it lies
 * @param until null while it lasts
 * @param person who completed or claimed it; null for steps without a person
 * @param withdrawn whether it ended without being completed
 */
public record Visit(
        String element,
        String type,
        String name,
        String scope,
        Instant from,
        Instant until,
        String person,
        boolean withdrawn) {

    /** What the engine adds to the id of a step that runs several times at once. */
    private static final String ALL_INSTANCES = "#multiInstanceBody";

    /** All stays of an instance, in the sequence in which they began. */
    static List<Visit> all(HistoryService history, String instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(Visit::of)
                .toList();
    }

    private static Visit of(HistoricActivityInstance activity) {
        return new Visit(
                activity.getActivityId().replace(ALL_INSTANCES, ""),
                activity.getActivityType(),
                activity.getActivityName(),
                activity.getParentActivityInstanceId(),
                activity.getStartTime().toInstant(),
                activity.getEndTime() == null ? null : activity.getEndTime().toInstant(),
                activity.getAssignee(),
                activity.isCanceled());
    }

    public boolean lasts() {
        return until == null;
    }

    /** Steps with a name of their own; gateways only ask. */
    public boolean isStep() {
        return name != null && !type.endsWith("Gateway");
    }

    /** A sub-process, or a step that calls another process, shows on a page of its own where the order is. */
    boolean contains() {
        return type.equals("subProcess") || type.equals("callActivity") || type.equals("multiInstanceBody");
    }

    boolean endedBefore(Visit later) {
        return until != null && !until.isAfter(later.from);
    }
}
