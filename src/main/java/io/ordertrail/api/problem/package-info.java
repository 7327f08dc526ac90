/** Refusals and errors of the API as problem details (RFC 9457). */
@ApplicationModule(
        allowedDependencies = {"api.idempotency", "order.book", "order.entry", "platform.operation", "refusal"})
package io.ordertrail.api.problem;

import org.springframework.modulith.ApplicationModule;
