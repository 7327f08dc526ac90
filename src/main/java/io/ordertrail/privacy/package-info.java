/** What is stored about one person, and how it is erased. */
@ApplicationModule(
        allowedDependencies = {"actor", "change", "customer", "encryption", "keyring", "order.book", "refusal"})
package io.ordertrail.privacy;

import org.springframework.modulith.ApplicationModule;
