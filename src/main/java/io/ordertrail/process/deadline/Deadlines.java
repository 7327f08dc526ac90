package io.ordertrail.process.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * How long things may take, by the id of the element of the diagram. Diagrams use it under the bean name
 * {@code deadlines}.
 */
@Component
public class Deadlines {

    /**
     * The settings {@code ordertrail.deadlines}. The deadlines of steps are those of the first bundle; process owners
     * change them while the product runs.
     *
     * @param due the duration of each user task and timer, by its id
     * @param otherwise the duration of a step without one of its own, such as a step that a process owner added
     * @param delivery days from shipping to the expected delivery, unless the customer requests a later day
     */
    @ConfigurationProperties("ordertrail.deadlines")
    public record Settings(
            Map<String, Duration> due, @DefaultValue("P1D") Duration otherwise, int delivery) {}

    private final Settings settings;
    private final Clock clock;
    private final DeadlinesInForce inForce;

    public Deadlines(Settings settings, Clock clock, DeadlinesInForce inForce) {
        this.settings = settings;
        this.clock = clock;
        this.inForce = inForce;
    }

    /** The due date of a user task that starts now. */
    public Date dueIn(String task) {
        return Date.from(clock.instant().plus(of(task)));
    }

    /** How long a timer waits, as an ISO 8601 duration. */
    public String within(String timer) {
        return of(timer).toString();
    }

    /** The deadlines that are in force, of the steps that have one of their own. */
    public Map<String, Duration> ofSteps() {
        return inForce().due();
    }

    private Duration of(String element) {
        return inForce().of(element);
    }

    private StepDeadlines inForce() {
        return inForce.deadlines().orElseGet(() -> StepDeadlines.of(settings));
    }

    /** An element that was entered before this instant and is still open is late. */
    public Instant latestStart(String element) {
        return clock.instant().minus(of(element));
    }

    /** The end of a day such as {@code 2026-12-01}, in the company's time zone. */
    public Date endOf(String day) {
        return Date.from(
                LocalDate.parse(day).plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** The expected delivery day of goods that come into stock on the given day. */
    public LocalDate deliveryOfGoodsOn(LocalDate day) {
        return day.plusDays(settings.delivery());
    }

    /**
     * The expected delivery day of goods that are shipped now.
     *
     * @param requested the day that the customer requested, or null
     */
    public LocalDate deliveryOf(LocalDate requested) {
        var expected = LocalDate.now(clock).plusDays(settings.delivery());
        return requested != null && requested.isAfter(expected) ? requested : expected;
    }
}
