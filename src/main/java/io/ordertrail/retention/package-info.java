/**
 * How long each kind of data is kept, and the job that removes what is older. Each package says itself what it keeps; one
 * node at a time does the work, and what was removed is an entry of the trail of changes.
 */
@ApplicationModule(allowedDependencies = {"actor", "change", "settings"})
package io.ordertrail.retention;

import org.springframework.modulith.ApplicationModule;
