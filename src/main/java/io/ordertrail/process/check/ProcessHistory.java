package io.ordertrail.process.check;

import java.time.DateTimeException;
import java.time.Period;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Process;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A process keeps its history for so short a time that it is removed under an order that still runs. */
final class ProcessHistory implements ProcessRule {

    private static final int DAYS = 365;

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.processes().flatMap(process -> ofProcess(diagram, process)));
    }

    /** Without a time of its own the process keeps it as long as the settings say. */
    private static Stream<ProcessFinding> ofProcess(Diagram diagram, Process process) {
        var time = process.getCamundaHistoryTimeToLiveString();
        return time == null || time.isBlank() || days(time.strip()) >= DAYS
                ? Stream.empty()
                : Stream.of(ProcessFinding.refuse(
                        diagram.file(), process.getId(), "process.history", process.getId(), time));
    }

    private static int days(String time) {
        try {
            return time.matches("\\d{1,6}") ? Integer.parseInt(time) : (int) inDays(Period.parse(time));
        } catch (DateTimeException e) {
            return 0;
        }
    }

    private static long inDays(Period period) {
        return period.toTotalMonths() * 30 + period.getDays();
    }
}
