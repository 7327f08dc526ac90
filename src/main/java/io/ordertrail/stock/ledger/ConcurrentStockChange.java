package io.ordertrail.stock.ledger;

import org.springframework.dao.OptimisticLockingFailureException;

/** Another transaction changed the same stock in between; the whole call can be repeated. */
public class ConcurrentStockChange extends OptimisticLockingFailureException {

    public ConcurrentStockChange(String sku) {
        super("The stock of " + sku + " changed in between");
    }
}
