package io.ordertrail.stock.allocation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Demand.DemandLine;

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
    public boolean backorder(Demand demand) {
        if (deferred.lockUnlessSoldOut(demand.quantityBySku().keySet())) {
            allocateAvailable.allocate(demand);
        }
        var missing = demand.missing(allocatedGoods.allocatedTo(demand.order())).stream()
                .collect(Collectors.toMap(DemandLine::position, line -> line, (one, same) -> one, TreeMap::new));
        var complete = missing.isEmpty();
        if (!unflushed.hasNoBackorder(demand.order())) {
            backorders.of(demand.order()).forEach(backorder -> update(backorder, missing));
        }
        missing.values().forEach(line -> addBackorder(demand, line));
        return complete;
    }

    private void addBackorder(Demand demand, DemandLine line) {
        unflushed.backordered(demand.order());
        backorders.save(new Backorder(demand.orderLine(line), line.quantity(), demand.since()));
    }

    private void update(Backorder backorder, Map<Integer, DemandLine> missing) {
        var line = missing.remove(backorder.position());
        if (line == null) {
            backorders.delete(backorder);
        } else {
            backorder.updateMissing(line.quantity());
        }
    }

    /** Whether the order has a backorder. */
    public boolean isWaiting(OrderNumber order) {
        return backorders.countOf(order) > 0;
    }
}
