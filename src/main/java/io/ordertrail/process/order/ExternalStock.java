package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.external.AskForRelease;
import io.ordertrail.stock.external.AskForReservation;

/**
 * What the diagram asks of the company's own stock system, by the name {@code stockSystem}. Where none is switched on the answer comes
 * from the settings, without a look into the database.
 */
@Component
public class ExternalStock {

    private final AskForReservation askForReservation;
    private final AskForRelease askForRelease;

    ExternalStock(AskForReservation askForReservation, AskForRelease askForRelease) {
        this.askForReservation = askForReservation;
        this.askForRelease = askForRelease;
    }

    /** Whether what is set aside for the order has to be set aside over there, too. */
    public boolean toReserve(String order) {
        return askForReservation.isDue(new OrderNumber(order));
    }

    /** Whether something may be set aside over there that the order does not need any more. */
    public boolean toRelease(String order) {
        return askForRelease.isDue(new OrderNumber(order));
    }
}
