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
 * Reserves an order's goods in the external stock system after our books have reserved them. A call with an unknown
 * result may be repeated: the same goods use the same key.
 */
@Service
@Transactional
public class AskStockSystem {

    private final Optional<ExternalStockSystem> externalStock;
    private final ExternalReservationLog log;
    private final AllocatedGoods allocated;
    private final RecordExternalAnswer recordExternalAnswer;

    AskStockSystem(
            Optional<ExternalStockSystem> externalStock,
            ExternalReservationLog log,
            AllocatedGoods allocated,
            RecordExternalAnswer recordExternalAnswer) {
        this.externalStock = externalStock;
        this.log = log;
        this.allocated = allocated;
        this.recordExternalAnswer = recordExternalAnswer;
    }

    /**
     * Tells whether the external system has to reserve before the order is confirmed. Without such a system nothing is
     * read.
     */
    @Transactional(readOnly = true)
    public boolean isDue(OrderNumber order) {
        return externalStock.isPresent() && isDue(order, allocated.open(order));
    }

    private boolean isDue(OrderNumber order, List<OpenReservation> goods) {
        return !goods.isEmpty() && !log.holds(order, goods);
    }

    /** Does nothing where the order lost goods meanwhile: once they are allocated again, the caller asks again. */
    public void ask(Demand demand) {
        var goods = allocated.open(demand.order());
        if (externalStock.isPresent()
                && demand.missing(allocated.allocatedTo(demand.order())).isEmpty()) {
            var attempt = log.begin(demand.order(), goods);
            attempt.former().forEach(this::release);
            var reply = externalStock.get().reserve(attempt.key(), demand.order(), quantities(goods));
            recordExternalAnswer.record(reply, demand, attempt);
        }
    }

    private void release(String former) {
        externalStock.orElseThrow().release(former);
        log.settle(former, ExternalReservation.Status.RELEASED);
    }

    private static List<StockedQuantity> quantities(List<OpenReservation> goods) {
        var quantities = new TreeMap<String, Map<String, Integer>>();
        goods.forEach(open -> quantities
                .computeIfAbsent(open.sku(), sku -> new TreeMap<>())
                .merge(open.site(), open.quantity(), Integer::sum));
        return quantities.entrySet().stream()
                .flatMap(product -> product.getValue().entrySet().stream()
                        .map(at -> new StockedQuantity(product.getKey(), at.getKey(), at.getValue())))
                .toList();
    }
}
