/** The page of the files in watched folders, and the mails about those that failed. */
@ApplicationModule(
        allowedDependencies = {"intake.folder", "platform.access", "platform.engine", "platform.mail", "refusal"})
package io.ordertrail.web.folder;

import org.springframework.modulith.ApplicationModule;
