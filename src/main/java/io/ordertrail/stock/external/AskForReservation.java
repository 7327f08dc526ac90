package io.ordertrail.stock.external;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.Demand;
import io.ordertrail.stock.allocation.OpenReservation;

/**
 * Has what is set aside for an order in our books set aside in the company's own stock system, too. May be done again whenever it is
 * not known how it ended: the same goods are asked for under the same key.
 */
@Service
@Transactional
public class AskForReservation {

    private final Optional<ExternalStockSystem> foreign;
    private final ExternalReservationLog attempts;
    private final AllocatedGoods allocated;
    private final RecordExternalAnswer recordReply;

    AskForReservation(
            Optional<ExternalStockSystem> foreign,
            ExternalReservationLog attempts,
            AllocatedGoods allocated,
            RecordExternalAnswer recordReply) {
        this.foreign = foreign;
        this.attempts = attempts;
        this.allocated = allocated;
        this.recordReply = recordReply;
    }

    /** Whether that system has to be asked before the order can be confirmed. Where there is none, nothing is looked up. */
    @Transactional(readOnly = true)
    public boolean isDue(OrderNumber order) {
        return foreign.isPresent() && !attempts.holds(order, allocated.open(order));
    }

    /** Where goods were lost meanwhile, nothing is asked: whatever else they are found for is asked for anew. */
    public void ask(Demand need) {
        var goods = allocated.open(need.order());
        if (foreign.isPresent()
                && need.missing(allocated.promised(need.order())).isEmpty()) {
            var attempt = attempts.begin(need.order(), goods);
            attempt.former().forEach(this::giveBack);
            var reply = foreign.get().reserve(attempt.key(), need.order(), lots(goods));
            recordReply.record(reply, need, attempt);
        }
    }

    private void giveBack(String former) {
        foreign.orElseThrow().release(former);
        attempts.closed(former, ExternalReservation.Status.RELEASED);
    }

    private static List<StockedQuantity> lots(List<OpenReservation> goods) {
        var lots = new TreeMap<String, Map<String, Integer>>();
        goods.forEach(open -> lots.computeIfAbsent(open.sku(), sku -> new TreeMap<>())
                .merge(open.site(), open.quantity(), Integer::sum));
        return lots.entrySet().stream()
                .flatMap(product -> product.getValue().entrySet().stream()
                        .map(at -> new StockedQuantity(product.getKey(), at.getKey(), at.getValue())))
                .toList();
    }
}
