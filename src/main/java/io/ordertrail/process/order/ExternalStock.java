package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.external.AskStockSystem;

/**
 * What the diagram asks about the external stock system, under the bean name {@code externalStock}. When none is
 * switched on, the answer comes from the settings without a query.
 */
@Component
public class ExternalStock {

    private final AskStockSystem askStockSystem;

    ExternalStock(AskStockSystem askStockSystem) {
        this.askStockSystem = askStockSystem;
    }

    /** Tells whether the reservations of the order still have to be made in the external stock system. */
    public boolean toReserve(String order) {
        return askStockSystem.isDue(new OrderNumber(order));
    }
}
