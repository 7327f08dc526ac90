package io.ordertrail.process.trial;

import java.time.Duration;
import java.util.List;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.file.ProcessFiles;

/**
 * Takes synthetic orders and purchases down the paths of new diagrams until every flow was taken. It runs on an engine
 * in memory: no live row is read or written.
 */
public final class Trial {

    /** So many walks are taken in any case: a flow can fail on its second way. */
    private static final int FEWEST = 40;
    /** After so many walks without a new flow no further one takes a new flow either, as a rule. */
    private static final int IDLE = 100;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ProcessFiles files;
    private final Track track;
    private final Choices choices = new Choices();

    private Trial(ProcessFiles files) {
        this.files = files;
        this.track = new Track(files.orderStates());
    }

    /** Returns what kept an order from going on; empty when there is no diagram. One trial runs at a time. */
    public static synchronized List<ProcessFinding> findings(ProcessFiles files) {
        return files.diagrams().isEmpty() ? List.of() : new Trial(files).run();
    }

    private List<ProcessFinding> run() {
        var engine = TrialEngine.start(track, choices);
        try {
            TrialEngine.deploy(engine, files);
            return walkAll(engine);
        } catch (ParseException e) {
            return unreadable(e);
        } catch (ProcessEngineException e) {
            return List.of(ProcessFinding.refuse(null, null, "trial.deploy", e.getMessage()));
        } finally {
            engine.close();
        }
    }

    private List<ProcessFinding> walkAll(ProcessEngine engine) {
        var end = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0, idle = 0; goesOn(i, idle) && System.nanoTime() < end; i++) {
            var missed = missed().size();
            var process = i % 4 == 0 ? ReplenishStock.PROCESS : OrderFulfilment.PROCESS;
            var fault = new Walk(engine, files, track, choices).walk(process);
            if (fault.isPresent()) {
                return List.of(fault.get());
            }
            idle = missed().size() < missed ? 0 : idle + 1;
        }
        return missed().stream()
                .map(flow -> ProcessFinding.warn(track.fileOf(files, flow), flow, "trial.not-walked", flow))
                .toList();
    }

    private boolean goesOn(int walks, int idle) {
        return walks < FEWEST || !missed().isEmpty() && idle < IDLE;
    }

    private List<String> missed() {
        return track.missed();
    }

    private List<ProcessFinding> unreadable(ParseException fault) {
        return fault.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(problem -> ProcessFinding.refuse(
                                report.getResourceName(),
                                problem.getMainElementId(),
                                "trial.parse",
                                problem.getMessage(),
                                String.valueOf(problem.getLine()))))
                .toList();
    }
}
