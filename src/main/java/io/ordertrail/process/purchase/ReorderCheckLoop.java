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
 * Checks every few seconds which stock levels fell below their reorder points, so that no order has to. Each node
 * checks; when two find the same stock item, the unique key of open proposals lets only one of them start a purchase.
 */
@Component
public class ReorderCheckLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ReorderCheckLoop.class);
    private static final Limit BATCH = Limit.of(50);

    private final ReorderCheck reorderCheck;
    private final ContentionRetry retry;

    ReorderCheckLoop(ReorderCheck reorderCheck, ContentionRetry retry) {
        this.reorderCheck = reorderCheck;
        this.retry = retry;
    }

    /** The next run continues with what a full batch leaves over. */
    @Scheduled(
            initialDelayString = "${ordertrail.replenishment.check-interval}",
            fixedDelayString = "${ordertrail.replenishment.check-interval}")
    public void check() {
        reorderCheck.recovered(BATCH).forEach(item -> each(item, reorderCheck::endSnooze));
        reorderCheck.belowReorderPoint(BATCH).forEach(item -> each(item, reorderCheck::propose));
    }

    /** A stock item that fails does not delay the others. */
    private void each(StockItem.Key item, Consumer<StockItem.Key> work) {
        try {
            retry.run(() -> work.accept(item));
        } catch (RuntimeException e) {
            LOG.warn(
                    "No purchase of {} for {} could be proposed; the next check tries again",
                    item.sku(),
                    item.site(),
                    e);
        }
    }
}
