/** Settings that the whole application shares, and their check before the start. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.settings;

import org.springframework.modulith.ApplicationModule;
