package io.ordertrail.stock.external;

import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** Has the company's own stock system give back what it set aside for an order, also where it never said that it did. */
@Service
@Transactional
public class AskForRelease {

    private final Optional<ExternalStockSystem> foreign;
    private final ExternalReservationLog attempts;

    AskForRelease(Optional<ExternalStockSystem> foreign, ExternalReservationLog attempts) {
        this.foreign = foreign;
        this.attempts = attempts;
    }

    /** Whether that system may hold goods of the order. Where there is none, nothing is looked up. */
    @Transactional(readOnly = true)
    public boolean isDue(OrderNumber order) {
        return foreign.isPresent() && !attempts.open(order).isEmpty();
    }

    /** @throws IllegalStateException where it was switched off meanwhile: somebody has to know that it still holds goods */
    public void release(OrderNumber order) {
        var system = foreign.orElseThrow(() ->
                new IllegalStateException("The stock system is switched off, but may hold goods of order " + order));
        attempts.open(order).forEach(key -> {
            system.release(key);
            attempts.closed(key, ExternalReservation.Status.RELEASED);
        });
    }
}
