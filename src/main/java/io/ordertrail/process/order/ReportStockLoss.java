package io.ordertrail.process.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.shipment.EndPicking;
import io.ordertrail.stock.allocation.BackorderMissingGoods;
import io.ordertrail.stock.allocation.LostReservation;

/** Tells an order that reserved goods are lost: its parcel is shortened, or it waits for more. */
@Component
class ReportStockLoss {

    private final MessageCorrelation messages;
    private final OrderDemand orderDemand;
    private final BackorderMissingGoods backorderMissingGoods;
    private final EndPicking endPicking;
    private final Timeline timeline;

    ReportStockLoss(
            MessageCorrelation messages,
            OrderDemand orderDemand,
            BackorderMissingGoods backorderMissingGoods,
            EndPicking endPicking,
            Timeline timeline) {
        this.messages = messages;
        this.orderDemand = orderDemand;
        this.backorderMissingGoods = backorderMissingGoods;
        this.endPicking = endPicking;
        this.timeline = timeline;
    }

    /** The caller has locked the order. A parcel whose picking has not begun meets the loss when it begins. */
    void report(LostReservation loss) {
        timeline.note(loss.order(), "stock-lost", loss.units() + " × " + loss.sku() + " @ " + loss.site());
        if (loss.parcel() != null) {
            endPicking.shorten(loss.parcel());
            messages.correlate(Message.STOCK_LOST, loss.order(), loss.parcel());
        } else if (backorderMissingGoods.isWaiting(loss.order())) {
            backorderMissingGoods.backorder(orderDemand.of(loss.order()));
        }
    }
}
