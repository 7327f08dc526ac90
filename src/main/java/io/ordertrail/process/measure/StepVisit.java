package io.ordertrail.process.measure;

import java.time.Instant;
import java.util.Comparator;

/**
 * One stay of an instance at an element of its diagram, as the history has it.
 *
 * @param instance the process instance
 * @param process the id of the process in its diagram
 * @param definition its deployed version, by the engine's id
 * @param version the number of that version
 * @param scope the sub-process or process instance in which it lies
 * @param until null while it lasts
 * @param task the task of a person; null at other elements
 * @param sequence the engine's counter along a path
 */
record StepVisit(
        String id,
        String instance,
        String process,
        String definition,
        int version,
        String element,
        String type,
        String scope,
        Instant from,
        Instant until,
        String task,
        long duration,
        long sequence) {

    static final Comparator<StepVisit> IN_SEQUENCE =
            Comparator.comparing(StepVisit::from).thenComparing(StepVisit::sequence);

    /** What the engine calls a step that runs several times at once, around its single runs. */
    private static final String ALL_RUNS = "multiInstanceBody";

    private static final String MARK = "#" + ALL_RUNS;

    /** The id in the diagram. */
    String step() {
        return element.replace(MARK, "");
    }

    /** The single runs of a step are counted, and not the frame around them. */
    boolean isCounted() {
        return !type.equals(ALL_RUNS);
    }

    /** A flow leads to the frame of a step that runs several times, and not to each run. */
    boolean isReachedByFlow() {
        return !scope.startsWith(step() + MARK);
    }

    boolean isEnd() {
        return type.endsWith("EndEvent");
    }

    boolean isUserTask() {
        return type.equals("userTask");
    }

    /** Tasks and events are what a path consists of; gateways only ask, and sub-processes consist of steps. */
    boolean isOnPath() {
        return isCounted() && !type.endsWith("Gateway") && !type.equals("subProcess");
    }

    boolean endedBefore(StepVisit later) {
        return until != null && !until.isAfter(later.from);
    }
}
