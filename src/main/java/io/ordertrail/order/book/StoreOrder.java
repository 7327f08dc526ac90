package io.ordertrail.order.book;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Stores a new order with its process instance: neither exists without the other. Only the process calls it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class StoreOrder {

    private final Orders orders;
    private final Timeline timeline;
    private final WriteSearchWords search;

    StoreOrder(Orders orders, Timeline timeline, WriteSearchWords search) {
        this.search = search;
        this.orders = orders;
        this.timeline = timeline;
    }

    public void store(Order order, String processInstance) {
        order.begin(processInstance);
        orders.save(order);
        search.create(SearchKind.ORDER, order.number().value(), order.searchTexts());
        timeline.moved(order, null);
    }

    /** Whether this order was stored with this process instance. */
    public boolean isStored(OrderNumber number, String processInstance) {
        return orders.findById(number)
                .filter(order -> processInstance.equals(order.processInstance()))
                .isPresent();
    }
}
