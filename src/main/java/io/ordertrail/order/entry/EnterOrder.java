package io.ordertrail.order.entry;

import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Service;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.check.CustomerHistory;

/** Enters every order. When it returns a number, the order is stored and its process has started. */
@Service
public class EnterOrder {

    private final BuildLines buildLines;
    private final CustomerHistory customerHistory;
    private final EntryQueue entryQueue;
    private final StoreOrder storeOrder;

    EnterOrder(BuildLines buildLines, CustomerHistory customerHistory, EntryQueue entryQueue, StoreOrder storeOrder) {
        this.buildLines = buildLines;
        this.customerHistory = customerHistory;
        this.entryQueue = entryQueue;
        this.storeOrder = storeOrder;
    }

    /**
     * Enters an order.
     *
     * @throws io.ordertrail.refusal.InvalidInput with every fault of the input
     * @throws DuplicateReference when the channel used this reference before
     */
    public OrderNumber enter(NewOrder entered) {
        return enter(entered, number -> number);
    }

    /**
     * Enters an order and builds an answer with it.
     *
     * @param answer runs in the transaction of the entry; what it stores is stored with the order or not at all
     */
    public <T> T enter(NewOrder entered, Function<OrderNumber, T> answer) {
        return entryQueue.enter(buildLines.wellFormed(entered), this::preload, () -> storeOrder.store(entered), answer);
    }

    private void preload(List<NewOrder> entered) {
        buildLines.preload(entered);
        customerHistory.preload(entered);
    }
}
