package io.ordertrail.order.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;

/** Promises the goods to the customer; never before they are set aside. */
@Service
@Transactional
public class ConfirmOrder {

    private final Orders orders;

    ConfirmOrder(Orders orders) {
        this.orders = orders;
    }

    /**
     * @param promised pieces per product that the order has, or had and sent
     * @param sites where what is set aside lies
     * @return the sites that send a parcel each; none where the order goes as a whole
     * @throws OrderRefusal when they are not what the customer gets
     */
    public List<String> confirm(OrderNumber number, Map<String, Integer> promised, Collection<String> sites) {
        var order = orders.get(number);
        order.confirm(promised);
        return order.parcels(sites);
    }
}
