/** What is stored about one person. */
@ApplicationModule(allowedDependencies = {"change", "customer", "encryption"})
package io.ordertrail.privacy;

import org.springframework.modulith.ApplicationModule;
