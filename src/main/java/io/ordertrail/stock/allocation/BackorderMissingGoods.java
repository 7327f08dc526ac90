package io.ordertrail.stock.allocation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Demand.Wanted;

/** Reserves for an order what is available and backorders the rest. */
@Service
@Transactional
public class BackorderMissingGoods {

    private final AllocatedGoods allocatedGoods;
    private final AllocateAvailable allocateAvailable;
    private final DeferredReservations deferred;
    private final Backorders backorders;
    private final UnflushedReservations unflushed;

    BackorderMissingGoods(
            AllocatedGoods allocatedGoods,
            AllocateAvailable allocateAvailable,
            DeferredReservations deferred,
            Backorders backorders,
            UnflushedReservations unflushed) {
        this.allocatedGoods = allocatedGoods;
        this.allocateAvailable = allocateAvailable;
        this.deferred = deferred;
        this.backorders = backorders;
        this.unflushed = unflushed;
    }

    /**
     * Locks the products' stock first, or checks it again at the end of the transaction: this method sees goods that
     * arrive at the same moment, or their receipt finds the order in the queue.
     *
     * @return whether everything is reserved, so that the order waits for nothing
     */
    public boolean queue(Demand demand) {
        if (deferred.lockUnlessSoldOut(demand.pieces().keySet())) {
            allocateAvailable.allocate(demand);
        }
        var missing = demand.missing(allocatedGoods.promised(demand.order())).stream()
                .collect(Collectors.toMap(Wanted::position, line -> line, (one, same) -> one, TreeMap::new));
        var complete = missing.isEmpty();
        if (!unflushed.waitsForNothing(demand.order())) {
            backorders.of(demand.order()).forEach(backorder -> update(backorder, missing));
        }
        missing.values().forEach(line -> addBackorder(demand, line));
        return complete;
    }

    private void addBackorder(Demand demand, Wanted line) {
        unflushed.queue(demand.order());
        backorders.save(new Backorder(demand.whose(line), line.pieces(), demand.since()));
    }

    private void update(Backorder backorder, Map<Integer, Wanted> missing) {
        var line = missing.remove(backorder.position());
        if (line == null) {
            backorders.delete(backorder);
        } else {
            backorder.lacks(line.pieces());
        }
    }

    /** Whether the order has a backorder. */
    public boolean waits(OrderNumber order) {
        return backorders.missingFor(order) > 0;
    }
}
