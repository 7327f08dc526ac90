/** Who may do what: roles, access rules, security headers, languages and error pages. */
@ApplicationModule(allowedDependencies = {"actor", "platform.operation"})
package io.ordertrail.platform.access;

import org.springframework.modulith.ApplicationModule;
