package io.ordertrail.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Checks the stock every minute, on one of the nodes, and whether orders and their process instances agree. The ledger only grows, so each check continues from the sums of
 * the last one; once a day the sums are rebuilt from the first movement.
 */
@Component
class CheckStockRegularly {

    private static final Logger LOG = LoggerFactory.getLogger(CheckStockRegularly.class);
    private static final Duration REBUILD_AFTER = Duration.ofDays(1);
    /** All older movements are committed: no transaction takes that long, and the nodes' clocks differ by less. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final CheckStock checkStock;
    private final StockChecks checks;
    private final CheckOrders checkOrders;
    private final Clock clock;

    CheckStockRegularly(CheckStock checkStock, StockChecks checks, CheckOrders checkOrders, Clock clock) {
        this.checkStock = checkStock;
        this.checks = checks;
        this.checkOrders = checkOrders;
        this.clock = clock;
    }

    @Scheduled(cron = "${ordertrail.stock-check}")
    void check() {
        if (!checks.tryBegin()) {
            return;
        }
        var begun = clock.instant();
        var settled = StockChecks.utc(begun.minus(SETTLED));
        var last = checks.last();
        if (last.rebuiltAt().isBefore(StockChecks.utc(begun.minus(REBUILD_AFTER)))) {
            end(begun, last, checkStock.thoroughly());
            checks.rebuildSums(last.summedUntil(), settled, checkStock.products());
        } else {
            end(begun, last, checkStock.since(last.summedUntil()));
            checks.sum(last.summedUntil(), settled);
        }
        checkOrders.check();
    }

    private void end(Instant begun, StockChecks.LastResult last, List<StockFault> faults) {
        checks.end(begun, faults);
        if (!StockChecks.messages(faults).equals(last.findings())) {
            log(faults);
        }
    }

    private static void log(List<StockFault> faults) {
        if (faults.isEmpty()) {
            LOG.info("The stock adds up again");
        } else {
            LOG.error("The stock does not add up in {} places: {}", faults.size(), StockChecks.messages(faults));
        }
    }
}
