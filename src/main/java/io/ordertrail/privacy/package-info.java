/** What is stored about one person, how it is erased, and how much of it is older than it may be. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "change",
            "customer",
            "encryption",
            "intake.run",
            "keyring",
            "order.book",
            "refusal",
            "retention"
        })
package io.ordertrail.privacy;

import org.springframework.modulith.ApplicationModule;
