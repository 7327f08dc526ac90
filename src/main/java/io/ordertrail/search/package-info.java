/**
 * Finds records by any of their texts, whatever the case, accents, width or composition of what people type, and with
 * one typing error. The database holds hashes of words and of parts of words; those of personal fields are keyed.
 */
@ApplicationModule(allowedDependencies = {"keyring", "schedule"})
package io.ordertrail.search;

import org.springframework.modulith.ApplicationModule;
