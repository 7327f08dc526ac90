package io.ordertrail.process.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.OrderFulfilment;

/** How long an order may take today from its entry to its end. */
@Component
public class OrderTarget {

    private final ReadTargets readTargets;
    private final Clock clock;

    OrderTarget(ReadTargets readTargets, Clock clock) {
        this.readTargets = readTargets;
        this.clock = clock;
    }

    public Optional<Duration> today() {
        return readTargets.of(OrderFulfilment.PROCESS).on(LocalDate.now(clock), Target.WHOLE);
    }

    /**
     * When orders were entered at the latest that are over their target now.
     *
     * @return null when there is no target
     */
    public Instant entryOfLateOrders() {
        return today().map(target -> clock.instant().minus(target)).orElse(null);
    }

    /**
     * When orders were entered at the latest that have used nearly all of their target.
     *
     * @return null when there is no target
     */
    Instant entryOfOrdersAtRisk() {
        return today().map(target -> clock.instant().minus(Target.nearlyUsed(target)))
                .orElse(null);
    }
}
