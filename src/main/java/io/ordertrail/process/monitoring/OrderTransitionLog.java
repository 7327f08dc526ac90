package io.ordertrail.process.monitoring;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import io.ordertrail.order.book.OrderMoved;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.platform.operation.LogContext;

/** Logs and counts the state changes of orders after the commit. The figures are those of this node since its start. */
@Component
class OrderTransitionLog {

    private static final Logger LOG = LoggerFactory.getLogger(OrderTransitionLog.class);
    private static final Duration[] BUCKETS = Stream.of(
                    "PT1M", "PT1H", "PT4H", "P1D", "P2D", "P4D", "P7D", "P14D", "P30D", "P90D")
            .map(Duration::parse)
            .toArray(Duration[]::new);

    private final Map<OrderState, Counter> moves = new EnumMap<>(OrderState.class);
    private final Map<OrderState, Timer> ends = new EnumMap<>(OrderState.class);

    OrderTransitionLog(MeterRegistry registry) {
        for (var state : OrderState.values()) {
            moves.put(
                    state,
                    Counter.builder("ordertrail.order.transitions")
                            .description("Orders that reached this state")
                            .tag("to", state.name())
                            .register(registry));
            if (state.ended()) {
                ends.put(
                        state,
                        Timer.builder("ordertrail.order.duration")
                                .description("From the entry of an order to its end")
                                .tag("end", state.name())
                                .serviceLevelObjectives(BUCKETS)
                                .register(registry));
            }
        }
    }

    @TransactionalEventListener
    void moved(OrderMoved move) {
        LogContext.withOrder(
                move.number().value(),
                () -> LOG.info("{} after {}", move.to(), move.from() == null ? "entry" : move.from()));
        moves.get(move.to()).increment();
        if (move.to().ended()) {
            ends.get(move.to()).record(move.age());
        }
    }
}
