package io.ordertrail.process.rule;

import java.util.List;

/**
 * An order on which a changed table decides otherwise.
 *
 * @param before the rules that hold it now
 * @param after the rules that would hold it
 */
public record ChangedVerdict(String order, List<String> before, List<String> after) {}
