/**
 * How often steps of processes were passed, how long they took and which flows were taken: kept up from the history of
 * the engine by one node at a time, and read by all who show such figures.
 */
@ApplicationModule(
        allowedDependencies = {
            "change",
            "order.book",
            "process.deadline",
            "process.difference",
            "process.engine",
            "refusal",
            "schedule"
        })
package io.ordertrail.process.measure;

import org.springframework.modulith.ApplicationModule;
