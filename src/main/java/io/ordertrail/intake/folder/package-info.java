/** Watched folders, one for each source: files are taken once, imported or entered, and answered beside them. */
@ApplicationModule(
        allowedDependencies = {
            "intake.document",
            "intake.file",
            "intake.order",
            "intake.record",
            "intake.run",
            "order.book",
            "refusal",
            "settings"
        })
package io.ordertrail.intake.folder;

import org.springframework.modulith.ApplicationModule;
