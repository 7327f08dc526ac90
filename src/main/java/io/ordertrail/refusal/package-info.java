/**
 * Refusals of input and requests, and the constraints of input. Every fault names its place and the key of its message.
 * It is the lowest module; every other module may use it.
 */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.refusal;

import org.springframework.modulith.ApplicationModule;
