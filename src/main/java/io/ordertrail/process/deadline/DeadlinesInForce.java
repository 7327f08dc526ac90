package io.ordertrail.process.deadline;

import java.util.Optional;

/** Reads the deadlines that hold now. */
@FunctionalInterface
public interface DeadlinesInForce {

    /** Returns nothing before the first start has stored them. */
    Optional<StepDeadlines> deadlines();
}
