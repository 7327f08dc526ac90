package io.ordertrail.process.order;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderEntry;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.LatestDefinition;
import io.ordertrail.process.engine.OrderStateListener;
import io.ordertrail.stock.allocation.UnflushedReservations;

/** Starts the process of an order on the latest version of the diagram. */
@Component
class StartOrder {

    private final RuntimeService runtime;
    private final LatestDefinition latest;
    private final OrderStateListener stateListener;
    private final UnflushedReservations unflushedReservations;

    StartOrder(
            RuntimeService runtime,
            LatestDefinition latest,
            OrderStateListener stateListener,
            UnflushedReservations unflushedReservations) {
        this.runtime = runtime;
        this.latest = latest;
        this.stateListener = stateListener;
        this.unflushedReservations = unflushedReservations;
    }

    void start(OrderNumber number, OrderEntry entry) {
        unflushedReservations.begin(number);
        stateListener.startWith(entry, () -> runtime.startProcessInstanceById(latest.id(), number.value()));
    }
}
