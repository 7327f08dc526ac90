package io.ordertrail.cockpit;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.RepeatedSteps;

/** Tells which steps are done again, in how many orders, and in which. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public class RepeatsResource {

    private static final int MOST = 100;

    /**
     * A step that is done again.
     *
     * @param share of the instances that ended, between 0 and 1
     */
    record Step(String id, String name, long instances, double share, long times, long duration) {}

    /**
     * An instance in which a step was done again.
     *
     * @param order the number of the order or purchase
     */
    record Again(String order, int version, long times, long duration, String until) {}

    private final CockpitRights rights;
    private final RepeatedSteps repeatedSteps;
    private final ProcessFigures figures;
    private final ShownDiagrams diagrams;
    private final Clock clock;

    RepeatsResource(
            CockpitRights rights,
            RepeatedSteps repeatedSteps,
            ProcessFigures figures,
            ShownDiagrams diagrams,
            Clock clock) {
        this.rights = rights;
        this.repeatedSteps = repeatedSteps;
        this.figures = figures;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    /** The tasks and sub-processes that were done again; events among them only tell what those already do. */
    @GET
    @Path("{definition}")
    public List<Step> steps(@PathParam("definition") String definition, @BeanParam Chosen chosen) {
        var process = rights.definition(definition);
        var asked = chosen.about(process, clock);
        var diagram = diagrams.of(process);
        var activities = Set.copyOf(diagram.activities());
        var ended = figures.instances(asked).count();
        return repeatedSteps.of(asked).stream()
                .filter(step -> activities.contains(diagram.id(step.step())))
                .map(step -> new Step(
                        step.step(),
                        diagram.name(step.step()),
                        step.instances(),
                        (double) step.instances() / ended,
                        step.times(),
                        step.duration()))
                .toList();
    }

    @GET
    @Path("{definition}/{step}")
    public List<Again> orders(
            @PathParam("definition") String definition, @PathParam("step") String step, @BeanParam Chosen chosen) {
        var process = rights.definition(definition);
        return repeatedSteps.instances(chosen.about(process, clock), step, MOST).stream()
                .map(again -> new Again(
                        again.subject(),
                        again.version(),
                        again.times(),
                        again.duration(),
                        again.until().toString()))
                .toList();
    }
}
