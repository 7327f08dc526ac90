/**
 * What happens to a checked order until its receipt: confirmation, shortage, cancellation, delivery reported, receipt.
 */
@ApplicationModule(allowedDependencies = {"customer", "order.book", "refusal"})
package io.ordertrail.order.fulfilment;

import org.springframework.modulith.ApplicationModule;
