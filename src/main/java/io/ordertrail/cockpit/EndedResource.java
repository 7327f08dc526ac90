package io.ordertrail.cockpit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.EndedInstances;
import io.ordertrail.process.path.InstancePaths;
import io.ordertrail.process.path.Visit;

/** Finds instances that have ended, and shows the path of one of them. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public class EndedResource {

    private static final int MOST = 100;

    /**
     * What was found.
     *
     * @param outcomes the end events of the diagram, by which one can search
     */
    record Found(List<Outcome> outcomes, List<Ended> ended) {}

    /**
     * How instances end.
     *
     * @param id of the end event
     */
    record Outcome(String id, String name) {}

    /**
     * An instance that ended.
     *
     * @param order the number of the order or purchase
     * @param outcome the name of the end event; empty when it did not end at one
     */
    record Ended(
            String instance, String order, String outcome, int version, String from, String until, long duration) {}

    /**
     * The path of an instance on the diagram that is shown.
     *
     * @param passed the ids of the elements at which it was
     */
    record TakenPath(String order, List<Stay> stays, List<String> passed, List<String> flows) {}

    /**
     * A stay at a step or event.
     *
     * @param person who did the task; empty unless the caller may see that
     */
    record Stay(String id, String name, String from, String until, Long duration, String person, boolean withdrawn) {}

    private final CockpitRights rights;
    private final EndedInstances endedInstances;
    private final InstancePaths paths;
    private final ShownDiagrams diagrams;
    private final Clock clock;

    EndedResource(
            CockpitRights rights,
            EndedInstances endedInstances,
            InstancePaths paths,
            ShownDiagrams diagrams,
            Clock clock) {
        this.rights = rights;
        this.endedInstances = endedInstances;
        this.paths = paths;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    @GET
    @Path("{definition}")
    public Found find(
            @PathParam("definition") String definition,
            @BeanParam Chosen chosen,
            @QueryParam("order") @DefaultValue("") String order,
            @QueryParam("outcome") @DefaultValue("") String outcome) {
        var process = rights.definition(definition);
        var diagram = diagrams.of(process);
        var found = endedInstances.find(chosen.about(process, clock), order.strip(), outcome, MOST);
        return new Found(
                diagram.ends().stream()
                        .map(end -> new Outcome(end, diagram.name(end)))
                        .toList(),
                found.stream().map(ended -> ended(diagram, ended)).toList());
    }

    @GET
    @Path("{definition}/{instance}")
    public TakenPath takenPath(@PathParam("definition") String definition, @PathParam("instance") String instance) {
        var process = rights.definition(definition);
        var path = paths.of(process.getKey(), instance).orElseThrow(NotFoundException::new);
        var diagram = diagrams.of(process);
        return new TakenPath(
                path.subject(),
                path.visits().stream()
                        .filter(Visit::isStep)
                        .map(visit -> stay(diagram, visit))
                        .toList(),
                here(diagram, path.visits().stream().map(Visit::element)),
                here(diagram, path.flows().stream()));
    }

    private static List<String> here(ShownDiagram diagram, Stream<String> ids) {
        return ids.map(id -> diagram.id(diagram.newest(id))).distinct().toList();
    }

    private static Ended ended(ShownDiagram diagram, EndedInstances.Ended ended) {
        return new Ended(
                ended.instance(),
                ended.subject(),
                ended.outcome() == null ? "" : diagram.name(diagram.newest(ended.outcome())),
                ended.version(),
                ended.from().toString(),
                ended.until().toString(),
                ended.duration());
    }

    private Stay stay(ShownDiagram diagram, Visit visit) {
        return new Stay(
                diagram.id(diagram.newest(visit.element())),
                visit.name().replaceAll("\\s+", " "),
                visit.from().toString(),
                visit.lasts() ? "" : visit.until().toString(),
                visit.lasts()
                        ? null
                        : Duration.between(visit.from(), visit.until()).toMillis(),
                visit.person() == null || !rights.seesPersons() ? "" : visit.person(),
                visit.withdrawn());
    }
}
