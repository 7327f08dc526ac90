/** Pages to find, enter, correct and show orders. */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "change",
            "customer",
            "intake.document",
            "order.book",
            "order.check",
            "order.entry",
            "order.fulfilment",
            "order.search",
            "process.deadline",
            "process.desk",
            "process.incident",
            "process.measure",
            "process.order",
            "process.path",
            "refusal",
            "report.forecast",
            "settings",
            "shipment",
            "stock.allocation",
            "stock.ledger",
            "stock.picking",
            "transaction",
            "web.export",
            "web.page"
        })
package io.ordertrail.web.order;

import org.springframework.modulith.ApplicationModule;
