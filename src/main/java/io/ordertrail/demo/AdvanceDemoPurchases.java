package io.ordertrail.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.access.Role;
import io.ordertrail.process.desk.TaskActions;
import io.ordertrail.process.engine.ReplenishStock.Element;
import io.ordertrail.process.engine.ReplenishStock.Variable;
import io.ordertrail.process.engine.Timers;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.replenishment.PurchaseDecision;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.transaction.RetryOnContention;

/**
 * Does a part of the work of the demo company's buyer: some goods are on their way, some are overdue, some proposals
 * wait for a decision.
 */
@Service
@Transactional
class AdvanceDemoPurchases {

    private static final StockItem.Key INCOMING = new StockItem.Key("CF-1006", "VIE");
    private static final StockItem.Key OVERDUE = new StockItem.Key("BA-4007", "ROT");
    private static final StockItem.Key CLAIMED = new StockItem.Key("FN-8006", "VIE");
    private static final int LEAD_TIME_DAYS = 6;

    private final PurchaseOrders purchases;
    private final TaskActions taskActions;
    private final Timers timers;
    private final DemoStaff staff;
    private final Clock clock;

    AdvanceDemoPurchases(
            PurchaseOrders purchases, TaskActions taskActions, Timers timers, DemoStaff staff, Clock clock) {
        this.purchases = purchases;
        this.taskActions = taskActions;
        this.timers = timers;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Tells whether this was done. The reorder check may have made proposals of its own, so only a decided one counts.
     */
    boolean isDone() {
        return !purchases
                .search(
                        EnumSet.complementOf(EnumSet.of(PurchaseOrder.State.PROPOSED)),
                        "",
                        "",
                        Long.MAX_VALUE,
                        Limit.of(1))
                .isEmpty();
    }

    /** Needs the proposals of a reorder check. A demo company from before there were reorder points has none. */
    @RetryOnContention
    void advance() {
        var today = LocalDate.now(clock);
        var incoming = proposal(INCOMING);
        var overdue = proposal(OVERDUE);
        var claimed = proposal(CLAIMED);
        staff.as(Role.PURCHASING, () -> {
            incoming.ifPresent(number -> order(number, "60", today.plusDays(LEAD_TIME_DAYS)));
            overdue.ifPresent(number -> order(number, "24", today));
            claimed.ifPresent(number -> taskActions.claim(number, Element.DECIDE_ON_REPLENISHMENT));
        });
        overdue.ifPresent(number -> timers.fire(number, Element.GOODS_OVERDUE));
        claimed.ifPresent(number -> timers.makeOverdue(number, Element.DECIDE_ON_REPLENISHMENT));
    }

    private void order(PurchaseNumber number, String quantity, LocalDate expected) {
        taskActions.complete(
                number,
                Element.DECIDE_ON_REPLENISHMENT,
                Map.of(
                        Variable.REPLENISHMENT_DECISION,
                        PurchaseDecision.ORDER.word(),
                        Variable.ORDERED_QUANTITY,
                        quantity,
                        Variable.EXPECTED_DAY,
                        expected.toString()));
    }

    private Optional<PurchaseNumber> proposal(StockItem.Key stockItem) {
        return purchases
                .search(
                        EnumSet.of(PurchaseOrder.State.PROPOSED),
                        stockItem.sku(),
                        stockItem.site(),
                        Long.MAX_VALUE,
                        Limit.of(1))
                .stream()
                .map(PurchaseOrder::number)
                .findFirst();
    }
}
