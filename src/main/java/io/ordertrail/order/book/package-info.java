/**
 * The order book: what an order is, the states it can have, the rules that guard them, its lines, holds and timeline.
 */
@ApplicationModule(allowedDependencies = {"actor", "catalog", "change", "customer", "encryption", "refusal", "search"})
package io.ordertrail.order.book;

import org.springframework.modulith.ApplicationModule;
