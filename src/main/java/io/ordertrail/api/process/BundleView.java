package io.ordertrail.api.process;

import java.time.Instant;
import java.util.List;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.CheckReport;
import io.ordertrail.process.difference.Difference;
import io.ordertrail.process.rule.ChangedVerdict;

/**
 * The diagrams, tables, forms and deadlines that come into force together.
 *
 * @param base the bundle from which it was made
 * @param replaced the bundle that was in force before it
 * @param differences what it changes, in words; absent in a list
 * @param findings of the last check; absent in a list
 * @param ordersTried how many of the last orders the changed table was tried on
 * @param verdicts of these orders that change
 */
record BundleView(
        long number,
        Bundle.State state,
        Bundle.Origin origin,
        String author,
        Instant createdAt,
        String note,
        Long base,
        Instant checkedAt,
        Instant inForceAt,
        String inForceBy,
        Long replaced,
        List<String> files,
        List<String> differences,
        List<ProcessFinding> findings,
        Integer ordersTried,
        List<ChangedVerdict> verdicts) {

    /** A bundle in a list. */
    static BundleView of(Bundle bundle) {
        return of(bundle, null, null);
    }

    static BundleView of(Bundle bundle, List<Difference> differences, CheckReport report) {
        return new BundleView(
                bundle.number(),
                bundle.state(),
                bundle.origin(),
                bundle.author(),
                bundle.createdAt(),
                bundle.note(),
                bundle.base(),
                bundle.checkedAt(),
                bundle.inForceAt(),
                bundle.inForceBy(),
                bundle.replaced(),
                List.copyOf(bundle.files().keySet()),
                differences == null
                        ? null
                        : differences.stream().map(Difference::sentence).toList(),
                report == null ? null : report.findings(),
                report == null ? null : report.orders(),
                report == null ? null : report.verdicts());
    }
}
