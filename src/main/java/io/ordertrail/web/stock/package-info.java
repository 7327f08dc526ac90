/** Pages for stock levels, receipts, bookings, feeds and accuracy. */
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "catalog",
            "change",
            "customer",
            "order.book",
            "process.purchase",
            "refusal",
            "stock.allocation",
            "stock.booking",
            "stock.feed",
            "stock.inquiry",
            "stock.ledger",
            "stock.replenishment",
            "stock.stocktake",
            "transaction",
            "web.export",
            "web.page"
        })
package io.ordertrail.web.stock;

import org.springframework.modulith.ApplicationModule;
