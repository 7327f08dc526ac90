/** What is stored about one person. */
@ApplicationModule(allowedDependencies = {"change", "customer"})
package io.ordertrail.privacy;

import org.springframework.modulith.ApplicationModule;
