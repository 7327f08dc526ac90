/** API calls by which external systems send stock movements and stock levels. */
@ApplicationModule(allowedDependencies = {"api.wire", "stock.booking", "stock.feed", "stock.ledger", "transaction"})
package io.ordertrail.api.feed;

import org.springframework.modulith.ApplicationModule;
