package io.ordertrail.stock.allocation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Demand.Wanted;

/** Puts an order in line for what it lacks; what nobody before it waits for is set aside at once. */
@Service
@Transactional
public class BackorderMissingGoods {

    private final AllocatedGoods allocated;
    private final AllocateAvailable available;
    private final DeferredReservations pledges;
    private final Backorders backorders;
    private final UnflushedReservations unwritten;

    BackorderMissingGoods(
            AllocatedGoods allocated,
            AllocateAvailable available,
            DeferredReservations pledges,
            Backorders backorders,
            UnflushedReservations unwritten) {
        this.allocated = allocated;
        this.available = available;
        this.pledges = pledges;
        this.backorders = backorders;
        this.unwritten = unwritten;
    }

    /**
     * The products' stock is locked first, or looked at again at the end of the transaction: goods that arrive at the same moment either are
     * seen here or find the order in line.
     *
     * @return whether everything is set aside, so that there is nothing to wait for
     */
    public boolean queue(Demand need) {
        if (pledges.lockUnlessSoldOut(need.pieces().keySet())) {
            available.allocate(need);
        }
        var missing = need.missing(allocated.promised(need.order())).stream()
                .collect(Collectors.toMap(Wanted::position, line -> line, (one, same) -> one, TreeMap::new));
        var complete = missing.isEmpty();
        if (!unwritten.waitsForNothing(need.order())) {
            backorders.of(need.order()).forEach(waiting -> keep(waiting, missing));
        }
        missing.values().forEach(line -> wait(need, line));
        return complete;
    }

    private void wait(Demand need, Wanted line) {
        unwritten.queue(need.order());
        backorders.save(new Backorder(need.whose(line), line.pieces(), need.since()));
    }

    private void keep(Backorder waiting, Map<Integer, Wanted> missing) {
        var line = missing.remove(waiting.position());
        if (line == null) {
            backorders.delete(waiting);
        } else {
            waiting.lacks(line.pieces());
        }
    }

    /** Whether the order is in a line. */
    public boolean waits(OrderNumber order) {
        return backorders.missingFor(order) > 0;
    }
}
