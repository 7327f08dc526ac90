/** What all kinds of master data (products, customers, sites) share: they are found by a code and saved as a whole. */
@ApplicationModule(allowedDependencies = {"actor", "approval", "change", "refusal", "search"})
package io.ordertrail.masterdata;

import org.springframework.modulith.ApplicationModule;
