/** API calls for customers, products and sites. */
@ApplicationModule(
        allowedDependencies = {"api.wire", "catalog", "customer", "masterdata", "stock.ledger", "transaction"})
package io.ordertrail.api.master;

import org.springframework.modulith.ApplicationModule;
