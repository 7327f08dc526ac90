package io.ordertrail.stock.external;

import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** Releases an order's reservations in the external stock system, also those that it never confirmed. */
@Service
@Transactional
public class AskForRelease {

    private final Optional<ExternalStockSystem> externalStock;
    private final ExternalReservationLog log;

    AskForRelease(Optional<ExternalStockSystem> externalStock, ExternalReservationLog log) {
        this.externalStock = externalStock;
        this.log = log;
    }

    /** Tells whether the external system may hold goods for the order. Without such a system nothing is read. */
    @Transactional(readOnly = true)
    public boolean isDue(OrderNumber order) {
        return externalStock.isPresent() && !log.open(order).isEmpty();
    }

    /**
     * Releases all open reservations of the order.
     *
     * @throws IllegalStateException where the external system was switched off meanwhile: operators have to know that
     *     it may still hold goods
     */
    public void release(OrderNumber order) {
        var system = externalStock.orElseThrow(() -> new IllegalStateException(
                "The external stock system is switched off, but may hold goods of order " + order));
        log.open(order).forEach(key -> {
            system.release(key);
            log.settle(key, ExternalReservation.Status.RELEASED);
        });
    }
}
