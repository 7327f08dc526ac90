package io.ordertrail.cockpit;

import java.time.Clock;
import java.time.Duration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.springframework.stereotype.Component;

import io.ordertrail.process.incident.DueJobs;

/** Tells how many jobs of a process are due, and for how long the oldest has been. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    /**
     * The backlog.
     *
     * @param oldest since when the oldest is due; empty when none is
     * @param age how long that is, in milliseconds
     */
    record Backlog(long jobs, String oldest, long age) {}

    private final CockpitRights rights;
    private final DueJobs dueJobs;
    private final Clock clock;

    JobsResource(CockpitRights rights, DueJobs dueJobs, Clock clock) {
        this.rights = rights;
        this.dueJobs = dueJobs;
        this.clock = clock;
    }

    @GET
    @Path("{definition}")
    public Backlog due(@PathParam("definition") String definition) {
        var due = dueJobs.of(rights.definition(definition).getKey());
        return due.oldest() == null
                ? new Backlog(due.jobs(), "", 0)
                : new Backlog(
                        due.jobs(),
                        due.oldest().toString(),
                        Math.max(
                                0,
                                Duration.between(due.oldest(), clock.instant()).toMillis()));
    }
}
