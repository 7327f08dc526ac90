/** What all pages share: model attributes, formats, form input and refusals. */
@ApplicationModule(allowedDependencies = {"catalog", "change", "customer", "platform.access", "refusal"})
package io.ordertrail.web.page;

import org.springframework.modulith.ApplicationModule;
