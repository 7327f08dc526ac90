package io.ordertrail.process.incident;

import org.springframework.stereotype.Service;

import io.ordertrail.order.book.OrderNumber;

/** Checks the orders again whose rules could not be checked, after the table was corrected. */
@Service
public class CheckAgain {

    private final OpenIncidents incidents;
    private final CheckOrderAgain checkOrderAgain;

    CheckAgain(OpenIncidents incidents, CheckOrderAgain checkOrderAgain) {
        this.incidents = incidents;
        this.checkOrderAgain = checkOrderAgain;
    }

    /**
     * Checks each order in a transaction of its own.
     *
     * @return how many
     */
    public int all() {
        var held = incidents.all().stream()
                .filter(OpenIncident::isFailedCheck)
                .map(OpenIncident::subject)
                .flatMap(order -> OrderNumber.of(order).stream())
                .distinct()
                .toList();
        held.forEach(checkOrderAgain::check);
        return held.size();
    }
}
