/** Pages for changes that wait for a second person, and for the trail of all changes. */
@ApplicationModule(
        allowedDependencies = {
            "approval",
            "catalog",
            "change",
            "platform.access",
            "refusal",
            "stock.stocktake",
            "transaction",
            "web.page"
        })
package io.ordertrail.web.approval;

import org.springframework.modulith.ApplicationModule;
