package io.ordertrail.process.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** How long things may take, by the id of the element of the diagram. The diagram asks it by the name {@code deadlines}. */
@Component
public class Deadlines {

    /**
     * The settings {@code ordertrail.deadlines}.
     *
     * @param due for each user task and timer, by its id, as ISO 8601 durations
     * @param delivery days from shipping to the expected delivery, where the customer wishes no later day
     */
    @ConfigurationProperties("ordertrail.deadlines")
    public record Settings(Map<String, Duration> due, int delivery) {}

    private final Settings settings;
    private final Clock clock;

    public Deadlines(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** When a user task that starts now is due. */
    public Date dueIn(String task) {
        return Date.from(clock.instant().plus(settings.due().get(task)));
    }

    /** How long a timer waits, as an ISO 8601 duration. */
    public String within(String timer) {
        return settings.due().get(timer).toString();
    }

    /** What began before then and goes on still takes too long. */
    public Instant latestStart(String element) {
        return clock.instant().minus(settings.due().get(element));
    }

    /** The end of a day such as {@code 2026-12-01}, in UTC. */
    public Date endOf(String day) {
        return Date.from(
                LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The day on which goods should arrive that come to our own shelves on that day. */
    public LocalDate deliveryOfGoodsOn(LocalDate day) {
        return day.plusDays(settings.delivery());
    }

    /** The day on which goods that leave now should arrive. @param wished by the customer, or null */
    public LocalDate deliveryOf(LocalDate wished) {
        var expected = LocalDate.now(clock).plusDays(settings.delivery());
        return wished != null && wished.isAfter(expected) ? wished : expected;
    }
}
