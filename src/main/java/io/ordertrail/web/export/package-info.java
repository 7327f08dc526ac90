/** Writes lists as files that spreadsheet programs open, and records who takes them out of the product. */
@ApplicationModule(allowedDependencies = {"change", "refusal"})
package io.ordertrail.web.export;

import org.springframework.modulith.ApplicationModule;
