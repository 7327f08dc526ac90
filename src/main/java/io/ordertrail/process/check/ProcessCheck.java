package io.ordertrail.process.check;

import java.util.List;
import java.util.stream.Stream;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;

/** All kinds of mistakes together: one list for the person who deploys and for the build. */
public final class ProcessCheck {

    private static final List<ProcessRule> RULES = List.of(
            new CodeOfFiles(),
            new ProcessIds(),
            new DelegateNames(),
            new TaskGroups(),
            new TaskForms(),
            new IdleSteps(),
            new ProcessHistory(),
            new FormFields(),
            new MessageNames(),
            new DeadlineNames(),
            new DeadlineLines(),
            new OrderStates(),
            new ElementIds(),
            new VariableNames(),
            new Paths(),
            new BusyLoops(),
            new CalledProcesses(),
            new DrawnReadably(),
            new TableShape(),
            new TableCells(),
            new TableResults(),
            new TableAnswers());

    private ProcessCheck() {}

    /** Returns everything that is wrong with the files; what cannot be read is told first and alone. */
    public static List<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.unreadable().stream().anyMatch(ProcessFinding::refuses)
                ? files.unreadable()
                : Stream.concat(
                                files.unreadable().stream(),
                                RULES.stream().flatMap(rule -> rule.findings(files, known)))
                        .distinct()
                        .toList();
    }
}
