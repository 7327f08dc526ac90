package io.ordertrail.process.monitoring;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.persistence.EntityManager;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Orders.InState;
import io.ordertrail.schedule.CachedReading;

/**
 * Counts orders under way. The figures come from the database and are the same on each node. Ended orders are counted
 * when they end, see {@link OrderTransitionLog}, so that the query does not slow down over the years.
 */
@Component
class OrderMetrics implements MeterBinder {

    private static final Duration CACHED_FOR = Duration.ofSeconds(10);
    private static final Set<OrderState> UNDER_WAY = states(state -> !state.ended());
    private static final Set<OrderState> WITH_RESERVATIONS = states(state -> state.beforeShipping() || state.partly());
    /** Starts at the orders that can have a reservation, because these are few and reservations are kept forever. */
    private static final String OPEN_RESERVATIONS =
            "select count(r) from Order o join Reservation r on r.orderNumber = o.number where o.state in :states and r.status = OPEN";

    private final CachedReading<Map<OrderState, Long>> orders;
    private final CachedReading<Long> reservations;

    OrderMetrics(Orders orders, EntityManager database) {
        this.orders = new CachedReading<>(
                () -> orders.countByState(UNDER_WAY).stream()
                        .collect(Collectors.toMap(InState::getState, InState::getOrders)),
                CACHED_FOR);
        this.reservations = new CachedReading<>(
                () -> database.createQuery(OPEN_RESERVATIONS, Long.class)
                        .setParameter("states", WITH_RESERVATIONS)
                        .getSingleResult(),
                CACHED_FOR);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        UNDER_WAY.forEach(state -> Gauge.builder("ordertrail.orders", () -> count(state))
                .tag("state", state.name())
                .description("Orders under way in this state")
                .register(registry));
        Gauge.builder(
                        "ordertrail.reservations.open",
                        () -> reservations.value().map(Long::doubleValue).orElse(Double.NaN))
                .description("Reservations of order lines that are not shipped yet")
                .register(registry);
    }

    private double count(OrderState state) {
        return orders.value()
                .map(counts -> counts.getOrDefault(state, 0L).doubleValue())
                .orElse(Double.NaN);
    }

    private static Set<OrderState> states(Predicate<OrderState> condition) {
        return Stream.of(OrderState.values())
                .filter(condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderState.class)));
    }
}
