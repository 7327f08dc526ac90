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

    private final AllocateAvailable allocateAvailable;
    private final Backorders backorders;

    BackorderMissingGoods(AllocateAvailable allocateAvailable, Backorders backorders) {
        this.allocateAvailable = allocateAvailable;
        this.backorders = backorders;
    }

    /**
     * Reserves and backorders.
     *
     * @return whether everything is reserved, so that the order waits for nothing
     */
    public boolean backorder(Demand demand) {
        var missing = demand.missing(allocateAvailable.allocate(demand)).stream()
                .collect(Collectors.toMap(DemandLine::position, line -> line, (one, same) -> one, TreeMap::new));
        var complete = missing.isEmpty();
        backorders.of(demand.order()).forEach(backorder -> update(backorder, missing));
        missing.values().forEach(line -> addBackorder(demand, line));
        return complete;
    }

    private void addBackorder(Demand demand, DemandLine line) {
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
