/** Signing in and out, and the first administrator. */
@ApplicationModule(allowedDependencies = {"platform.access", "platform.engine", "settings"})
package io.ordertrail.platform.signin;

import org.springframework.modulith.ApplicationModule;
