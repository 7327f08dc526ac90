/** The rules of drawing, and where a page breaks them. */
@ApplicationModule(allowedDependencies = {"process.picture.page"})
package io.ordertrail.process.picture.rule;

import org.springframework.modulith.ApplicationModule;
