/** The page of the files in watched folders. */
@ApplicationModule(allowedDependencies = {"intake.folder"})
package io.ordertrail.web.folder;

import org.springframework.modulith.ApplicationModule;
