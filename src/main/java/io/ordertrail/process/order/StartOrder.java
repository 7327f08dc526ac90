package io.ordertrail.process.order;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderEntry;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.LatestDefinition;
import io.ordertrail.process.engine.OrderStateListener;
import io.ordertrail.stock.allocation.UnflushedReservations;

/** Starts the process of an order by the newest version of the diagram. */
@Component
class StartOrder {

    private final RuntimeService runtime;
    private final LatestDefinition newest;
    private final OrderStateListener onItsWay;
    private final UnflushedReservations unwritten;

    StartOrder(
            RuntimeService runtime,
            LatestDefinition newest,
            OrderStateListener onItsWay,
            UnflushedReservations unwritten) {
        this.runtime = runtime;
        this.newest = newest;
        this.onItsWay = onItsWay;
        this.unwritten = unwritten;
    }

    void start(OrderNumber number, OrderEntry entry) {
        unwritten.begin(number);
        onItsWay.starting(entry, () -> runtime.startProcessInstanceById(newest.id(), number.value()));
    }
}
