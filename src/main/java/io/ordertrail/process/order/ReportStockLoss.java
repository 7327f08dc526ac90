package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.stock.allocation.BackorderMissingGoods;

/**
 * Tells an order that reserved goods are lost: an order that waits for stock waits for more, any other goes to the
 * decision on the shortage.
 */
@Component
class ReportStockLoss {

    private final MessageCorrelation messages;
    private final OrderDemand orderDemand;
    private final BackorderMissingGoods backorderMissingGoods;
    private final Timeline timeline;

    ReportStockLoss(
            MessageCorrelation messages,
            OrderDemand orderDemand,
            BackorderMissingGoods backorderMissingGoods,
            Timeline timeline) {
        this.messages = messages;
        this.orderDemand = orderDemand;
        this.backorderMissingGoods = backorderMissingGoods;
        this.timeline = timeline;
    }

    /** The caller has locked the order. */
    void report(OrderNumber order, String sku, String site, int quantity) {
        timeline.note(order, "stock-lost", quantity + " × " + sku + " @ " + site);
        if (backorderMissingGoods.isWaiting(order)) {
            backorderMissingGoods.backorder(orderDemand.of(order));
        } else {
            messages.correlate(Message.STOCK_LOST, order, Variable.SITE, site);
        }
    }
}
