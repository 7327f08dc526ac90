package io.ordertrail.order.entry;

import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.check.CustomerHistory;

/** The one way in for every order: what comes back with a number is stored whole and under way. */
@Service
public class EnterOrder {

    private final BuildLines linesOf;
    private final CustomerHistory otherOrders;
    private final EntryQueue arrivals;
    private final StoreOrder storeOrder;

    EnterOrder(BuildLines linesOf, CustomerHistory otherOrders, EntryQueue arrivals, StoreOrder storeOrder) {
        this.linesOf = linesOf;
        this.otherOrders = otherOrders;
        this.arrivals = arrivals;
        this.storeOrder = storeOrder;
    }

    /**
     * @throws io.ordertrail.refusal.InvalidInput with every fault of the input
     * @throws DuplicateReference when the channel used this reference before
     */
    public OrderNumber enter(NewOrder entered) {
        return enter(entered, number -> number);
    }

    /**
     * The same, with what shall be stored beside the order or not at all.
     *
     * @param answer works in the transaction of the entry
     */
    public <T> T enter(NewOrder entered, Function<OrderNumber, T> answer) {
        return arrivals.enter(linesOf.wellFormed(entered), this::lookUp, () -> storeOrder.store(entered), answer);
    }

    private void lookUp(List<NewOrder> entered) {
        linesOf.lookUp(entered);
        otherOrders.lookUp(entered);
    }
}
