package io.ordertrail.process.bundle;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.platform.finding.ProcessFinding.Severity;
import io.ordertrail.process.rule.ChangedVerdict;

/**
 * What the check and the trial of a bundle found.
 *
 * @param orders how many of the last orders the changed table was tried on
 * @param verdicts of these orders that change
 */
public record CheckReport(List<ProcessFinding> findings, int orders, List<ChangedVerdict> verdicts) {

    /** A finding as it is stored: its sentences follow from the key in the language of the reader. */
    private record Stored(Severity severity, String file, String element, String key, List<Object> args) {

        static Stored of(ProcessFinding finding) {
            return new Stored(finding.severity(), finding.file(), finding.element(), finding.key(), finding.args());
        }

        ProcessFinding finding() {
            return new ProcessFinding(severity, file, element, key, args);
        }
    }

    private record StoredReport(List<Stored> findings, int orders, List<ChangedVerdict> verdicts) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static CheckReport read(String json) {
        try {
            var stored = JSON.readValue(json, StoredReport.class);
            return new CheckReport(
                    stored.findings().stream().map(Stored::finding).toList(), stored.orders(), stored.verdicts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(
                    new StoredReport(findings.stream().map(Stored::of).toList(), orders, verdicts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    CheckReport and(List<ProcessFinding> more) {
        var all = new ArrayList<>(findings);
        all.addAll(more);
        return new CheckReport(all, orders, verdicts);
    }

    public boolean passes() {
        return findings.stream().noneMatch(ProcessFinding::refuses);
    }

    /** How many findings keep the bundle from coming into force. */
    public long refusing() {
        return findings.stream().filter(ProcessFinding::refuses).count();
    }
}
