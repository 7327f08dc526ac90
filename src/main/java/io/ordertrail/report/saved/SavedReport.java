package io.ordertrail.report.saved;

/**
 * A report that somebody keeps with its filter.
 *
 * @param query the filter, as the address of the report has it; empty without one
 * @param sharedWith the group that finds it, too; null when only its owner does
 */
public record SavedReport(String id, String title, String report, String query, String owner, String sharedWith) {}
