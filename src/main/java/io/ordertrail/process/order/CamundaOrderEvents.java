package io.ordertrail.process.order;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.stock.allocation.WaitingOrders;

/** Tells the process of an order what stock has news of; an order that does not wait for it goes on as it is. */
@Component
class CamundaOrderEvents implements WaitingOrders {

    private final MessageCorrelation news;
    private final Orders orders;
    private final ReportStockLoss tellStockLoss;
    private final Timeline timeline;
    private final ExternalStockWaits stockSystem;

    CamundaOrderEvents(
            MessageCorrelation news,
            Orders orders,
            ReportStockLoss tellStockLoss,
            Timeline timeline,
            ExternalStockWaits stockSystem) {
        this.news = news;
        this.orders = orders;
        this.tellStockLoss = tellStockLoss;
        this.timeline = timeline;
        this.stockSystem = stockSystem;
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
    public void allSetAside(OrderNumber order) {
        news.bring(Message.STOCK_ARRIVED, order);
    }

    @Override
    public void lost(OrderNumber order, String sku, String site, int pieces) {
        lock(order);
        tellStockLoss.tell(order, sku, site, pieces);
    }

    @Override
    public boolean isOver(OrderNumber order) {
        return orders.get(order).state().ended();
    }

    /** For an order that has ended, or has a question open over there, the engine comes to it by itself. */
    @Override
    public boolean givesBack(OrderNumber order) {
        return isOver(order)
                || stockSystem.of(orders.get(order).processInstance()).isPresent();
    }

    @Override
    public void refused(OrderNumber order) {
        timeline.note(order, "stock-refused", null);
    }
}
