package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.stock.allocation.BackorderMissingGoods;

/** Tells an order that goods reserved for it are lost: an order that waits for stock waits for more, any other is asked about it. */
@Component
class ReportStockLoss {

    private final MessageCorrelation news;
    private final OrderDemand need;
    private final BackorderMissingGoods backorderMissingGoods;
    private final Timeline timeline;

    ReportStockLoss(
            MessageCorrelation news, OrderDemand need, BackorderMissingGoods backorderMissingGoods, Timeline timeline) {
        this.news = news;
        this.need = need;
        this.backorderMissingGoods = backorderMissingGoods;
        this.timeline = timeline;
    }

    /** The order is locked. */
    void tell(OrderNumber order, String sku, String site, int pieces) {
        timeline.note(order, "stock-lost", pieces + " × " + sku + " @ " + site);
        if (backorderMissingGoods.waits(order)) {
            backorderMissingGoods.queue(need.of(order));
        } else {
            news.bring(Message.STOCK_LOST, order, Variable.SITE, site);
        }
    }
}
