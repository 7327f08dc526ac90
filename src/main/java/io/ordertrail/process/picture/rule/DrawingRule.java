package io.ordertrail.process.picture.rule;

import java.util.Locale;

/** What a page keeps to so that its owners can read it. */
public enum DrawingRule {
    AT_MOST_THIRTY_NODES,
    NO_CROSSING_FLOWS,
    NO_FLOW_THROUGH_A_NODE,
    NO_OVERLAPPING_NODES,
    NO_COVERED_LABEL;

    /** The key of the sentence that tells a finding to a person. */
    public String key() {
        return "drawing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
