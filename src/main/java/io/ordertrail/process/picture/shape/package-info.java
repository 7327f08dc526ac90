/** How each kind of element is drawn. */
@ApplicationModule(allowedDependencies = {"process.picture.page", "process.picture.svg"})
package io.ordertrail.process.picture.shape;

import org.springframework.modulith.ApplicationModule;
