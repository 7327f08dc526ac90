package io.ordertrail.process.order;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.stock.allocation.LostReservation;
import io.ordertrail.stock.allocation.WaitingOrders;

/** Passes stock events to the process of an order. An order that does not wait for the event goes on unchanged. */
@Component
class CamundaOrderEvents implements WaitingOrders {

    private final MessageCorrelation messages;
    private final Orders orders;
    private final ReportStockLoss reportStockLoss;
    private final Timeline timeline;
    private final ExternalStockWaits externalStockWaits;

    CamundaOrderEvents(
            MessageCorrelation messages,
            Orders orders,
            ReportStockLoss reportStockLoss,
            Timeline timeline,
            ExternalStockWaits externalStockWaits) {
        this.messages = messages;
        this.orders = orders;
        this.reportStockLoss = reportStockLoss;
        this.timeline = timeline;
        this.externalStockWaits = externalStockWaits;
    }

    @Override
    public List<String> products(Collection<OrderNumber> numbers) {
        return orders.productsOf(numbers);
    }

    @Override
    public void lock(OrderNumber order) {
        orders.getLocked(order);
    }

    @Override
    public void allReserved(OrderNumber order) {
        messages.correlate(Message.GOODS_ARRIVED, order);
    }

    @Override
    public void reservationLost(LostReservation loss) {
        lock(loss.order());
        reportStockLoss.report(loss);
    }

    @Override
    public void reallocated(OrderNumber from, OrderNumber to, String sku, String site, int units) {
        timeline.note(from, "stock-reallocated", units + " × " + sku + " @ " + site + " → " + to);
    }

    @Override
    public boolean hasEnded(OrderNumber order) {
        return orders.get(order).state().ended();
    }

    /** True for an ended order, and for one with an open call: the engine releases its goods by itself. */
    @Override
    public boolean isReleasingExternally(OrderNumber order) {
        return hasEnded(order)
                || !externalStockWaits.of(orders.get(order).processInstance()).isEmpty();
    }

    @Override
    public void refusedExternally(OrderNumber order) {
        timeline.note(order, "stock-refused", null);
    }
}
