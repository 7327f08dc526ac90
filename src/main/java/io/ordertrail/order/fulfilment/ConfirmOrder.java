package io.ordertrail.order.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;

/** Confirms an order to the customer; never before its goods are reserved. */
@Service
@Transactional
public class ConfirmOrder {

    private final Orders orders;

    ConfirmOrder(Orders orders) {
        this.orders = orders;
    }

    /**
     * Confirms the order.
     *
     * @param allocated units per product that are reserved or shipped
     * @param sites where goods are reserved
     * @return the sites that send a parcel each; none when the order is shipped as a whole
     * @throws OrderRefusal when the allocated units are not those that the customer gets
     */
    public List<String> confirm(OrderNumber number, Map<String, Integer> allocated, Collection<String> sites) {
        var order = orders.get(number);
        order.confirm(allocated);
        return order.parcelSites(sites);
    }
}
