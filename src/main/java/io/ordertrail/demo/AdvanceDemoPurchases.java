package io.ordertrail.demo;

import java.time.Clock;
import java.time.Duration;
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

/** Lets the buyer of the demo company do a part of the work: some goods are on their way, some are late, some wait for a decision. */
@Service
@Transactional
class AdvanceDemoPurchases {

    private static final StockItem.Key COMING = new StockItem.Key("CF-1006", "VIE");
    private static final StockItem.Key LATE = new StockItem.Key("BA-4007", "ROT");
    private static final StockItem.Key TAKEN = new StockItem.Key("FN-8006", "VIE");
    private static final int DAYS = 6;
    private static final int HOURS = 6;

    private final PurchaseOrders purchases;
    private final TaskActions workDesk;
    private final Timers timers;
    private final DemoStaff staff;
    private final Clock clock;

    AdvanceDemoPurchases(PurchaseOrders purchases, TaskActions workDesk, Timers timers, DemoStaff staff, Clock clock) {
        this.purchases = purchases;
        this.workDesk = workDesk;
        this.timers = timers;
        this.staff = staff;
        this.clock = clock;
    }

    /** The house itself may have found the shelves by now; what tells that this was done is that a buyer decided. */
    boolean areThere() {
        return !purchases
                .search(
                        EnumSet.complementOf(EnumSet.of(PurchaseOrder.State.PROPOSED)),
                        "",
                        "",
                        Long.MAX_VALUE,
                        Limit.of(1))
                .isEmpty();
    }

    /** After the shelves were looked at. A company from before there were reorder points has no proposals to show. */
    @RetryOnContention
    void bring() {
        var today = LocalDate.now(clock);
        var coming = proposal(COMING);
        var late = proposal(LATE);
        var taken = proposal(TAKEN);
        staff.as(Role.PURCHASING, () -> {
            coming.ifPresent(number -> order(number, "60", today.plusDays(DAYS)));
            late.ifPresent(number -> order(number, "24", today));
            taken.ifPresent(number -> workDesk.takeOver(number, Element.DECIDE_ON_REPLENISHMENT));
        });
        late.ifPresent(number -> timers.fire(number, Element.GOODS_OVERDUE));
        taken.ifPresent(number -> timers.overdue(
                number, Element.DECIDE_ON_REPLENISHMENT, clock.instant().minus(Duration.ofHours(HOURS))));
    }

    private void order(PurchaseNumber number, String pieces, LocalDate expected) {
        workDesk.complete(
                number,
                Element.DECIDE_ON_REPLENISHMENT,
                Map.of(
                        Variable.REPLENISHMENT_DECISION,
                        PurchaseDecision.ORDER.word(),
                        Variable.ORDERED_PIECES,
                        pieces,
                        Variable.EXPECTED_DAY,
                        expected.toString()));
    }

    private Optional<PurchaseNumber> proposal(StockItem.Key shelf) {
        return purchases
                .search(
                        EnumSet.of(PurchaseOrder.State.PROPOSED),
                        shelf.sku(),
                        shelf.site(),
                        Long.MAX_VALUE,
                        Limit.of(1))
                .stream()
                .map(PurchaseOrder::number)
                .findFirst();
    }
}
