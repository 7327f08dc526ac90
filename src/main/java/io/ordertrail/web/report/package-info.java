/** Pages with reports for the people who decide, and the same figures as files. */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "order.book",
            "platform.access",
            "platform.engine",
            "platform.mail",
            "process.incident",
            "refusal",
            "report.figure",
            "report.alert",
            "report.digest",
            "report.eventlog",
            "report.forecast",
            "report.hours",
            "report.saved",
            "report.table",
            "stock.ledger",
            "transaction",
            "web.export",
            "web.page",
            "webhook"
        })
package io.ordertrail.web.report;

import org.springframework.modulith.ApplicationModule;
