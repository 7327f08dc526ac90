package io.ordertrail.cockpit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import io.ordertrail.process.deadline.StepDeadlines;
import io.ordertrail.process.measure.ReadTargets;
import io.ordertrail.process.measure.Target;
import io.ordertrail.process.measure.TargetBook;
import io.ordertrail.process.measure.Targets;
import io.ordertrail.refusal.Refusal;

/** How long the steps of a process, and all of it, may take: shows it, and lets managers and process owners say it. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public class TargetsResource {

    private static final int UNPROCESSABLE = 422;

    /**
     * The targets of a process.
     *
     * @param steps its steps with the targets of today, all of the process first
     * @param said what people have said, and from which day on
     */
    record Shown(boolean mayChange, String today, List<Step> steps, List<Said> said) {}

    /**
     * A step.
     *
     * @param id empty for all of the process
     * @param target in milliseconds; null when it has none
     */
    record Step(String id, String name, Long target) {}

    /**
     * What somebody has said.
     *
     * @param target in milliseconds; null when what was said before ends
     * @param written the target as people write it; empty when there is none
     */
    record Said(String step, String name, String from, Long target, String written, int version) {}

    private final CockpitRights rights;
    private final TargetBook book;
    private final ReadTargets readTargets;
    private final ShownDiagrams diagrams;
    private final Clock clock;

    TargetsResource(
            CockpitRights rights, TargetBook book, ReadTargets readTargets, ShownDiagrams diagrams, Clock clock) {
        this.rights = rights;
        this.book = book;
        this.readTargets = readTargets;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    @GET
    @Path("{definition}")
    public Shown targets(@PathParam("definition") String definition) {
        return shown(rights.definition(definition));
    }

    /**
     * Says how long a step may take from a day on.
     *
     * @param step empty for all of the process
     * @param written such as {@code 4h}; empty when what was said before ends
     * @param version of the target that the person saw; 0 for a new one
     */
    @POST
    @Path("{definition}")
    public Shown set(
            @PathParam("definition") String definition,
            @QueryParam("step") @DefaultValue(Target.WHOLE) String step,
            @QueryParam("from") String from,
            @QueryParam("target") @DefaultValue("") String written,
            @QueryParam("version") int version) {
        var process = rights.definition(definition);
        rights.checkTargets();
        var diagram = diagrams.of(process);
        if (!step.isEmpty() && !diagram.has(step)) {
            throw new NotFoundException();
        }
        try {
            book.set(process.getKey(), new Target(diagram.newest(step), day(from), duration(written), version));
            return shown(process);
        } catch (Refusal refusal) {
            throw refused(refusal);
        }
    }

    private Shown shown(ProcessDefinition process) {
        var today = LocalDate.now(clock);
        var diagram = diagrams.of(process);
        var targets = readTargets.of(process.getKey());
        var steps = Stream.concat(Stream.of(Target.WHOLE), diagram.activities().stream())
                .map(step -> new Step(step, name(process, diagram, step), target(targets, today, diagram, step)))
                .toList();
        var said = book.of(process.getKey()).stream()
                .map(target -> said(target, name(process, diagram, target.step())))
                .toList();
        return new Shown(rights.mayChangeTargets(), today.toString(), steps, said);
    }

    private static Long target(Targets targets, LocalDate today, ShownDiagram diagram, String step) {
        return targets.on(today, diagram.newest(step)).map(Duration::toMillis).orElse(null);
    }

    private static Said said(Target target, String name) {
        var duration = target.duration();
        return new Said(
                target.step(),
                name,
                target.from().toString(),
                duration == null ? null : duration.toMillis(),
                duration == null ? "" : StepDeadlines.shortly(duration),
                target.version());
    }

    private static String name(ProcessDefinition process, ShownDiagram diagram, String step) {
        return step.isEmpty() ? String.valueOf(process.getName()) : diagram.name(step);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw new Refusal(Refusal.Kind.INVALID, "page.input.date");
        }
    }

    private static Duration duration(String written) {
        return written.isBlank()
                ? null
                : StepDeadlines.duration(written)
                        .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "deadlines.duration"));
    }

    private static WebApplicationException refused(Refusal refusal) {
        var status = refusal.kind() == Refusal.Kind.CONFLICT ? Response.Status.CONFLICT.getStatusCode() : UNPROCESSABLE;
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("message", refusal.getMessage()))
                .build());
    }
}
