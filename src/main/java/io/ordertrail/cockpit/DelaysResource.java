package io.ordertrail.cockpit;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import io.ordertrail.process.delay.CommonFacts;
import io.ordertrail.process.delay.OpenDelays;
import io.ordertrail.process.delay.Outliers;
import io.ordertrail.refusal.Sentence;

/** Tells what is over its target or soon will be, and what the orders have in common that stayed long at a step. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public class DelaysResource {

    private static final int MOST = 100;

    /**
     * What is open for long.
     *
     * @param over how many are over their target, and those that are so the most
     * @param atRisk how many have used most of their target, and those that have used the most
     */
    record Open(Some over, Some atRisk) {}

    record Some(long count, List<Delay> first) {}

    /**
     * An instance that is open, or is at a step.
     *
     * @param order the number of the order or purchase
     * @param step its name; that of the process for the instance from its start
     * @param share of the target that is used: 1 when all of it is
     */
    record Delay(String order, String step, int version, String since, long used, long target, double share) {}

    /**
     * The orders that stayed long at a step.
     *
     * @param bound what is longer than this is long, in milliseconds
     * @param stays how many of all stays were longer
     * @param orders of these stays
     * @param all how many orders passed the step
     */
    record Outlying(String step, long bound, long stays, int orders, long all, List<Common> common) {}

    /** A fact that is told of a larger share of these orders than of all. */
    record Common(String fact, String value, long among, double share, long all, double shareOfAll) {}

    private final CockpitRights rights;
    private final OpenDelays openDelays;
    private final Outliers outliers;
    private final ShownDiagrams diagrams;
    private final Clock clock;

    DelaysResource(
            CockpitRights rights, OpenDelays openDelays, Outliers outliers, ShownDiagrams diagrams, Clock clock) {
        this.rights = rights;
        this.openDelays = openDelays;
        this.outliers = outliers;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    @GET
    @Path("{definition}")
    public Open open(@PathParam("definition") String definition, @BeanParam Chosen chosen) {
        var process = rights.definition(definition);
        var delays = openDelays.of(chosen.about(process, clock));
        return new Open(
                some(process, delays, OpenDelays.Delay::isOver), some(process, delays, delay -> !delay.isOver()));
    }

    private Some some(ProcessDefinition process, List<OpenDelays.Delay> delays, Predicate<OpenDelays.Delay> which) {
        var diagram = diagrams.of(process);
        return new Some(
                delays.stream().filter(which).count(),
                delays.stream()
                        .filter(which)
                        .limit(MOST)
                        .map(delay -> new Delay(
                                delay.subject(),
                                delay.step().isEmpty() ? "" : diagram.name(delay.step()),
                                delay.version(),
                                delay.since().toString(),
                                delay.used().toMillis(),
                                delay.target().toMillis(),
                                delay.share()))
                        .toList());
    }

    /**
     * What the orders have in common that stayed long at a step.
     *
     * @param rule {@code p95} for those longer than 95 % of all, {@code iqr} for those far above the upper quartile
     */
    @GET
    @Path("{definition}/{step}/outliers")
    public Outlying outliers(
            @PathParam("definition") String definition,
            @PathParam("step") String step,
            @BeanParam Chosen chosen,
            @QueryParam("rule") @DefaultValue("p95") String rule) {
        var process = rights.definition(definition);
        var found = outliers.at(chosen.about(process, clock), step, rule(rule));
        return new Outlying(
                diagrams.of(process).name(step),
                found.bound(),
                found.stays(),
                found.orders(),
                found.all(),
                found.common().stream().map(fact -> common(fact, found)).toList());
    }

    private static Common common(CommonFacts.Common fact, Outliers.Found found) {
        return new Common(
                Sentence.of("cockpit.fact." + fact.fact()),
                value(fact),
                fact.among(),
                (double) fact.among() / found.orders(),
                fact.all(),
                (double) fact.all() / found.all());
    }

    private static String value(CommonFacts.Common fact) {
        return switch (fact.fact()) {
            case "priority" -> Sentence.of("priority." + fact.value());
            case "shortage" -> Sentence.of("shortage-policy." + fact.value());
            case "partial", "requested", "company" -> Sentence.of("cockpit.fact." + fact.value());
            default -> fact.value();
        };
    }

    private static Outliers.Rule rule(String name) {
        return switch (name) {
            case "p95" -> Outliers.Rule.P95;
            case "iqr" -> Outliers.Rule.IQR;
            default -> throw new BadRequestException();
        };
    }
}
