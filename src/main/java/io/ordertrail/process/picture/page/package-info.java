/** The pages of a diagram with the geometry of what is drawn on them. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.process.picture.page;

import org.springframework.modulith.ApplicationModule;
