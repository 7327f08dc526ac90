package io.ordertrail.process.purchase;

import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.replenishment.ReorderCheck;
import io.ordertrail.transaction.ContentionRetry;

/**
 * Looks every few seconds for shelves that fell under their reorder points, so that no order has to. Each node looks: where two find
 * the same shelf, the key of open proposals lets one of them ask.
 */
@Component
public class ReorderCheckLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ReorderCheckLoop.class);
    private static final Limit AT_ONCE = Limit.of(50);

    private final ReorderCheck watchShelves;
    private final ContentionRetry retry;

    ReorderCheckLoop(ReorderCheck watchShelves, ContentionRetry retry) {
        this.watchShelves = watchShelves;
        this.retry = retry;
    }

    /** What is left over is found by the next look. */
    @Scheduled(
            initialDelayString = "${ordertrail.replenishment.look}",
            fixedDelayString = "${ordertrail.replenishment.look}")
    public void look() {
        watchShelves.recovered(AT_ONCE).forEach(shelf -> each(shelf, watchShelves::forgetDecision));
        watchShelves.runningLow(AT_ONCE).forEach(shelf -> each(shelf, watchShelves::ask));
    }

    /** One shelf that gives trouble does not keep the others waiting. */
    private void each(StockItem.Key shelf, Consumer<StockItem.Key> work) {
        try {
            retry.run(() -> work.accept(shelf));
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be asked about {} at {}; the next look tries again", shelf.sku(), shelf.site(), e);
        }
    }
}
