package io.ordertrail.process.measure;

import java.time.Instant;

/**
 * A group or person to whom a task was given.
 *
 * @param type {@code candidate} for those who may claim it, {@code assignee} for who claimed it
 */
record TaskLink(String task, String type, String person, String group, Instant at) {

    boolean isGroup() {
        return type.equals("candidate") && group != null;
    }

    boolean isClaim() {
        return type.equals("assignee") && person != null;
    }
}
