package io.ordertrail.cockpit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.camunda.bpm.engine.repository.ProcessDefinition;

/** What Cockpit's pages ask about one deployed process, whose history the caller may read. */
@Produces(MediaType.APPLICATION_JSON)
public class DefinitionResource {

    private final ProcessDefinition definition;
    private final ReadHeat readHeat;
    private final ReadCourse readCourse;
    private final ReadIncidents readIncidents;
    private final Clock clock;

    DefinitionResource(
            ProcessDefinition definition,
            ReadHeat readHeat,
            ReadCourse readCourse,
            ReadIncidents readIncidents,
            Clock clock) {
        this.definition = definition;
        this.readHeat = readHeat;
        this.readCourse = readCourse;
        this.readIncidents = readIncidents;
        this.clock = clock;
    }

    @GET
    @Path("heat")
    public Heat heat(@BeanParam Chosen chosen) {
        return readHeat.of(definition, chosen, chosen.about(definition, clock));
    }

    @GET
    @Path("course")
    public ReadCourse.Course course(@BeanParam Chosen chosen) {
        return readCourse.course(chosen, chosen.about(definition, clock));
    }

    @GET
    @Path("slowest")
    public List<ReadCourse.Slow> slowest(@BeanParam Chosen chosen) {
        return readCourse.slowest(chosen.about(definition, clock));
    }

    @GET
    @Path("steps/{step}/slowest")
    public List<ReadCourse.Slow> slowestAt(@PathParam("step") String step, @BeanParam Chosen chosen) {
        return readCourse.slowest(chosen.about(definition, clock), step);
    }

    @GET
    @Path("paths")
    public List<ReadCourse.Path> paths(@BeanParam Chosen chosen) {
        return readCourse.paths(definition, chosen.about(definition, clock));
    }

    @GET
    @Path("gateways")
    public List<ReadCourse.Gateway> gateways(@BeanParam Chosen chosen) {
        return readCourse.gateways(definition, chosen.about(definition, clock));
    }

    @GET
    @Path("work")
    public List<ReadCourse.Work> work(@BeanParam Chosen chosen) {
        return readCourse.work(definition, chosen.about(definition, clock));
    }

    @GET
    @Path("incidents")
    public ReadIncidents.Incidents incidents(@BeanParam Chosen chosen) {
        return readIncidents.of(definition, chosen.about(definition, clock).period(), clock.getZone());
    }

    @POST
    @Path("incidents/{step}/retry")
    public Map<String, Integer> retry(@PathParam("step") String step) {
        return Map.of("retried", readIncidents.retry(definition, step));
    }
}
