package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.List;

import io.ordertrail.order.book.OrderNumber;

/** What stock tells the process that drives the orders; the process package answers. */
public interface WaitingOrders {

    /** The products of these orders, each once, in no sequence. */
    List<String> products(Collection<OrderNumber> orders);

    /** Keeps everybody else from the order until the transaction ends. Who needs its stock, too, has locked that before. */
    void lock(OrderNumber order);

    /** Everything that the order waited for is set aside now. */
    void allSetAside(OrderNumber order);

    /** So many pieces that were promised to the order are gone. */
    void lost(OrderNumber order, String sku, String site, int pieces);

    /** Whether the order has ended, so that nothing more is set aside for it. */
    boolean isOver(OrderNumber order);

    /** Whether what the order had in the company's own stock system is about to be given back there. */
    boolean givesBack(OrderNumber order);

    /** The company's own stock system does not have what we promised to the order. */
    void refused(OrderNumber order);
}
