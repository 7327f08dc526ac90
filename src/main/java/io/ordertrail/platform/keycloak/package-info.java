/** Signing in by Keycloak: its realm, tokens and sessions. */
@ApplicationModule(allowedDependencies = {"platform.access", "platform.operation", "schedule"})
package io.ordertrail.platform.keycloak;

import org.springframework.modulith.ApplicationModule;
