package io.ordertrail.process.deployment;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.platform.finding.RefusedDeployment;
import io.ordertrail.process.check.KnownNames;
import io.ordertrail.process.check.ProcessCheck;
import io.ordertrail.process.check.ProcessFiles;
import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.process.trial.Trial;

/** Checks what a person deploys, together with what stays in force, before anything is stored. */
@Component
class CheckDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(CheckDeployment.class);

    private final FilesInForce inForce;
    private final ApplicationContext application;

    /**
     * @param application names the delegates; they are created after the engine that uses this
     */
    CheckDeployment(FilesInForce inForce, ApplicationContext application) {
        this.inForce = inForce;
        this.application = application;
    }

    /**
     * Returns the files that have to be deployed with those of the upload: a step finds its form and the process that it
     * calls only in its own deployment.
     *
     * @throws RefusedDeployment with all findings, if one of them refuses
     */
    Map<String, byte[]> complete(Map<String, byte[]> upload) {
        var uploaded = ProcessFiles.of(upload);
        if (uploaded.unreadable().stream().anyMatch(ProcessFinding::refuses)) {
            throw new RefusedDeployment(uploaded.unreadable());
        }
        var added = changesProcess(uploaded) ? missing(uploaded, inForce.process()) : Map.<String, byte[]>of();
        check(upload, added, changesTable(uploaded) ? missing(uploaded, inForce.tables()) : Map.of());
        return added;
    }

    private void check(Map<String, byte[]> upload, Map<String, byte[]> added, Map<String, byte[]> tables) {
        var all = new TreeMap<>(upload);
        all.putAll(added);
        all.putAll(tables);
        var files = ProcessFiles.of(all);
        var findings = new ArrayList<>(ProcessCheck.findings(files, known()));
        if (findings.stream().noneMatch(ProcessFinding::refuses)) {
            findings.addAll(Trial.findings(files));
        }
        if (findings.stream().anyMatch(ProcessFinding::refuses)) {
            throw new RefusedDeployment(findings);
        }
        findings.forEach(finding -> LOG.warn("The deployment comes into force with a warning: {}", finding));
        DeploymentWarnings.tell(findings);
    }

    private static boolean changesProcess(ProcessFiles uploaded) {
        return !uploaded.diagrams().isEmpty() || !uploaded.forms().isEmpty();
    }

    private static boolean changesTable(ProcessFiles uploaded) {
        return !uploaded.tables().isEmpty();
    }

    /** What is in force and has no successor in the upload: a file with the same processes, tables or form replaces it. */
    private static Map<String, byte[]> missing(ProcessFiles uploaded, Map<String, byte[]> inForce) {
        var replaced = ids(uploaded);
        return inForce.entrySet().stream()
                .filter(file -> !uploaded.contents().containsKey(file.getKey()))
                .filter(file -> ids(ProcessFiles.of(Map.of(file.getKey(), file.getValue()))).stream()
                        .noneMatch(replaced::contains))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> ids(ProcessFiles files) {
        return Stream.of(
                        files.processes().map(process -> "process " + process.getId()),
                        files.tables().stream()
                                .flatMap(ProcessFiles.Table::decisions)
                                .map(table -> "table " + table.getId()),
                        files.forms().stream().map(form -> "form " + form.id()))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    private KnownNames known() {
        return new KnownNames(
                Set.of(application.getBeanNamesForType(JavaDelegate.class)),
                application.getBean(Deadlines.Settings.class).due().keySet());
    }
}
