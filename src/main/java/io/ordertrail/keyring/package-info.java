/** Files that only their owner may read, and the keys in them. No key is ever in the database. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.keyring;

import org.springframework.modulith.ApplicationModule;
