/** Reads tables from files that other programs wrote: their encoding, their delimiter, their rows. */
@ApplicationModule(allowedDependencies = {"encryption", "refusal"})
package io.ordertrail.intake.file;

import org.springframework.modulith.ApplicationModule;
