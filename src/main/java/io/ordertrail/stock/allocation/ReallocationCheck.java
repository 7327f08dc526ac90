package io.ordertrail.stock.allocation;

import java.util.LinkedHashSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for waiting orders that goods of orders behind them would complete. Each node looks. */
@Component
public class ReallocationCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ReallocationCheck.class);
    private static final Limit BATCH_SIZE = Limit.of(50);

    private final Backorders backorders;
    private final ReallocateGoods reallocateGoods;

    ReallocationCheck(Backorders backorders, ReallocateGoods reallocateGoods) {
        this.backorders = backorders;
        this.reallocateGoods = reallocateGoods;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void check() {
        for (var order : new LinkedHashSet<>(backorders.aheadOfHolders(BATCH_SIZE))) {
            if (reallocateGoods.complete(order)) {
                LOG.info("Order {} took over goods of orders behind it in the queue", order);
            }
        }
    }
}
