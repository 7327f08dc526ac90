/** What can be ordered, at what price: products, money and the company's currency. */
@ApplicationModule(allowedDependencies = {"approval", "change", "masterdata", "refusal", "search", "settings"})
package io.ordertrail.catalog;

import org.springframework.modulith.ApplicationModule;
