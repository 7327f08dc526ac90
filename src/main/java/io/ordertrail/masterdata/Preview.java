package io.ordertrail.masterdata;

import java.util.List;
import java.util.Set;

import io.ordertrail.change.Difference;
import io.ordertrail.refusal.InvalidInput.Fault;

/**
 * What saving a record would do.
 *
 * @param changes empty when everything is stored so already
 * @param waiting the fields of them that would wait for a second person
 * @param faults why it would be refused; empty when it would be saved
 */
public record Preview(List<Difference> changes, Set<String> waiting, List<Fault> faults) {}
