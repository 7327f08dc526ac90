package io.ordertrail.web.order;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.UnknownOrder;

/** Reads the data of one order for the pages. */
@Component
@Transactional(readOnly = true)
public class ReadOrder {

    private final Orders orders;
    private final ReadTimeline timeline;
    private final Customers customers;
    private final ReadGoods goods;
    private final ReadWork work;

    ReadOrder(Orders orders, ReadTimeline timeline, Customers customers, ReadGoods goods, ReadWork work) {
        this.orders = orders;
        this.timeline = timeline;
        this.customers = customers;
        this.goods = goods;
        this.work = work;
    }

    /**
     * Reads an order.
     *
     * @param text the order number from an address
     */
    OrderSheet sheet(String text) {
        return sheet(OrderNumber.of(text).orElseThrow(() -> new UnknownOrder(text)));
    }

    OrderSheet sheet(OrderNumber number) {
        return sheet(number, null);
    }

    /**
     * Reads an order with the goods to pick.
     *
     * @param parcel the number of the parcel to pick; null for all goods of the order
     */
    public OrderSheet sheet(OrderNumber number, String parcel) {
        var order = orders.get(number);
        return new OrderSheet(
                order,
                customers.get(order.customer()),
                goods.lines(order),
                order.holds(),
                goods.parcels(number),
                timeline.of(number),
                work.tasks(order),
                goods.reserved(number, parcel),
                goods.names(order),
                work.externalStockWaits(order));
    }
}
