/** API calls for imports of files of orders. */
@ApplicationModule(
        allowedDependencies = {"actor", "intake.file", "intake.order", "intake.record", "intake.run", "transaction"})
package io.ordertrail.api.intake;

import org.springframework.modulith.ApplicationModule;
