package io.ordertrail.stock;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed the same stock in between; the whole call can be repeated. */
class StockChanged extends OptimisticLockingFailureException {

  StockChanged(String sku) {
    super("The stock of " + sku + " changed in between");
  }
}
