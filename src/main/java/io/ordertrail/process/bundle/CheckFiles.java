package io.ordertrail.process.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.check.KnownNames;
import io.ordertrail.process.check.ProcessCheck;
import io.ordertrail.process.deadline.StepDeadlines;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.rule.CompareVerdicts;

/** Checks a whole set of files and tries it: nothing that is in force, and no live row, changes by it. */
@Component
class CheckFiles {

    private static final String CHECKS = "order-checks.dmn";

    private final ApplicationContext application;
    private final Trials trials;
    private final CompareVerdicts verdicts;

    /**
     * @param application names the delegates; they are created after the engine that uses this
     */
    CheckFiles(ApplicationContext application, Trials trials, CompareVerdicts verdicts) {
        this.application = application;
        this.trials = trials;
        this.verdicts = verdicts;
    }

    /** What would keep an order from going on, read from the files alone. */
    List<ProcessFinding> findings(Map<String, byte[]> files) {
        try {
            return ProcessCheck.findings(ProcessFiles.of(files), known(files));
        } catch (ModelException e) {
            return List.of(ProcessFinding.refuse(null, null, "file.dangling"));
        }
    }

    /**
     * Checks the files, takes synthetic orders down every path, and asks the changed table about the last orders.
     *
     * @param base what is in force
     */
    CheckReport report(Map<String, byte[]> files, Map<String, byte[]> base) {
        var findings = new ArrayList<>(findings(files));
        if (findings.stream().anyMatch(ProcessFinding::refuses)) {
            return new CheckReport(findings, 0, List.of());
        }
        findings.addAll(trials.findings(files));
        var compared = verdicts.compare(base.get(CHECKS), files.get(CHECKS));
        return new CheckReport(findings, compared.orders(), compared.changed());
    }

    private KnownNames known(Map<String, byte[]> files) {
        return new KnownNames(Set.of(application.getBeanNamesForType(JavaDelegate.class)), deadlines(files));
    }

    private static Set<String> deadlines(Map<String, byte[]> files) {
        try {
            return StepDeadlines.lines(files.getOrDefault(StepDeadlines.FILE, new byte[0]))
                    .keySet();
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
    }
}
