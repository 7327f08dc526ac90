package io.ordertrail.stock.picking;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.Demand;
import io.ordertrail.stock.allocation.Demand.DemandLine;

/** Checks in the books what became of an order: what was sent, what is lost, and what it still needs. */
@Service
@Transactional(readOnly = true)
public class CheckFulfilment {

    /**
     * What became of the order.
     *
     * @param everythingSent whether nothing of it is missing, reserved or backordered any more. Goods that are written
     *     off and not sent again count as sent
     * @param anythingSent whether the customer has anything of it, or gets it
     * @param customerGets units by line: without what is written off, once everything is sent
     */
    public record Fulfilment(boolean everythingSent, boolean anythingSent, Map<Integer, Integer> customerGets) {

        /**
         * Tells whether somebody has to decide how the order goes on.
         *
         * @param anyParcelNotSent whether a parcel was not sent, because goods were missing or released
         */
        public boolean shortageToResolve(boolean anyParcelNotSent) {
            return !everythingSent && anyParcelNotSent;
        }
    }

    private final AllocatedGoods allocatedGoods;

    CheckFulfilment(AllocatedGoods allocatedGoods) {
        this.allocatedGoods = allocatedGoods;
    }

    public Fulfilment check(Demand demand) {
        var allocated = allocatedGoods.allocatedTo(demand.order());
        var everything =
                demand.missing(allocated).isEmpty() && allocated.sites().isEmpty();
        var shipped = allocated.shippedByLine();
        return new Fulfilment(
                everything, !shipped.isEmpty(), everything && !shipped.isEmpty() ? shipped : wanted(demand));
    }

    private static Map<Integer, Integer> wanted(Demand demand) {
        var units = new TreeMap<Integer, Integer>();
        demand.lines().forEach((DemandLine line) -> units.put(line.position(), line.quantity()));
        return units;
    }
}
