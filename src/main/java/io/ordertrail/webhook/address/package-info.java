/** Tells to which internet addresses messages may go. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.webhook.address;

import org.springframework.modulith.ApplicationModule;
