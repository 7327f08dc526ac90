/** SVG elements and wrapped text. */
@ApplicationModule(allowedDependencies = {"process.picture.page"})
package io.ordertrail.process.picture.svg;

import org.springframework.modulith.ApplicationModule;
