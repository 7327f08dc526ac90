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

    /**
     * Releases the order's reservations that our books have released, the oldest first.
     *
     * @throws ReleaseFailure where the external system does not answer, or was switched off meanwhile: operators have to
     *     know that it may still hold goods
     */
    public void release(OrderNumber order) {
        log.releasing(order).forEach(key -> {
            release(order, key);
            log.settle(key, ExternalReservation.Status.RELEASED);
        });
    }

    private void release(OrderNumber order, String key) {
        try {
            externalStock
                    .orElseThrow(() -> new IllegalStateException("It is switched off."))
                    .release(key);
        } catch (RuntimeException e) {
            throw new ReleaseFailure(order, e);
        }
    }
}
