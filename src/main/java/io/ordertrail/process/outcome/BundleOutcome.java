package io.ordertrail.process.outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderFigures;
import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.outcome.Outcome.Figures;

/** Compares the first hour of a bundle with the time before. */
@Component
public class BundleOutcome {

    private static final Duration WATCHED = Duration.ofHours(1);

    private final OrderFigures orders;
    private final HistoryService history;
    private final Clock clock;

    BundleOutcome(OrderFigures orders, HistoryService history, Clock clock) {
        this.orders = orders;
        this.history = history;
        this.clock = clock;
    }

    /** Tells whether the bundle came into force within the last hour. */
    public boolean isNew(Bundle bundle) {
        return bundle.isInForce()
                && Duration.between(bundle.inForceAt(), clock.instant()).compareTo(WATCHED) <= 0;
    }

    /** Returns nothing unless the bundle came into force within the last hour. */
    public Optional<Outcome> of(Bundle bundle) {
        if (!isNew(bundle)) {
            return Optional.empty();
        }
        var since = bundle.inForceAt();
        var time = Duration.between(since, clock.instant());
        return Optional.of(new Outcome(time, figures(since.minus(time), since), figures(since, since.plus(time))));
    }

    private Figures figures(Instant from, Instant to) {
        return new Figures(
                orders.entered(from, to),
                orders.held(from, to),
                orders.rejected(from, to),
                history.createHistoricIncidentQuery()
                        .createTimeAfter(Date.from(from))
                        .createTimeBefore(Date.from(to))
                        .count(),
                median(from, to));
    }

    private Duration median(Instant from, Instant to) {
        var times = orders.confirmed(from, to).stream()
                .map(order -> Duration.between(order.getEntered(), order.getConfirmed()))
                .sorted()
                .toList();
        return times.isEmpty() ? null : times.get(times.size() / 2);
    }
}
