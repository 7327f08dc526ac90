package io.ordertrail.journey;

import java.time.LocalDate;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.engine.ReplenishStock.Element;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.stock.replenishment.ReorderCheck;
import io.ordertrail.stock.replenishment.ReorderLevel;
import io.ordertrail.stock.replenishment.SaveReorderLevel;
import io.ordertrail.stock.replenishment.SupplyPosition;
import io.ordertrail.stock.replenishment.SupplyPositions;

/** What tests do as the buyers, and what they read. */
@Component
@Transactional
public class Buyer {

    private final Desk desk;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final PurchaseOrders purchases;
    private final SupplyPositions supplyPositions;
    private final SaveReorderLevel saveReorderLevel;
    private final ReorderCheck reorderCheck;

    Buyer(
            Desk desk,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            PurchaseOrders purchases,
            SupplyPositions supplyPositions,
            SaveReorderLevel saveReorderLevel,
            ReorderCheck reorderCheck) {
        this.desk = desk;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.purchases = purchases;
        this.supplyPositions = supplyPositions;
        this.saveReorderLevel = saveReorderLevel;
        this.reorderCheck = reorderCheck;
    }

    public void setReorderLevel(String sku, int point, int quantity) {
        saveReorderLevel.save(sku, "VIE", null, new ReorderLevel(point, quantity));
    }

    /** The proposal for a stock level that is below its reorder point. */
    public PurchaseNumber propose(String sku) {
        reorderCheck.propose(new StockItem.Key(sku, "VIE"));
        return all(sku).get(0).number();
    }

    public void order(PurchaseNumber number, int quantity, LocalDate expected) {
        desk.complete(
                task(number, Element.DECIDE_ON_REPLENISHMENT),
                "replenishmentDecision",
                "order",
                "orderedPieces",
                String.valueOf(quantity),
                "expectedDay",
                expected.toString());
    }

    public void decline(PurchaseNumber number, String reason) {
        desk.complete(
                task(number, Element.DECIDE_ON_REPLENISHMENT),
                "replenishmentDecision",
                "decline",
                "replenishmentReason",
                reason);
    }

    public Task task(PurchaseNumber number, String element) {
        return tasks.createTaskQuery()
                .processDefinitionKey(ReplenishStock.PROCESS)
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(element)
                .singleResult();
    }

    /** Fires the timer of the expected day. */
    public void overdue(PurchaseNumber number) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(get(number).processInstance())
                .activityId(Element.GOODS_OVERDUE)
                .singleResult()
                .getId());
    }

    public boolean isEnded(PurchaseNumber number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count()
                == 0;
    }

    public boolean waitsForGoods(PurchaseNumber number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .activityIdIn(Element.WAIT_FOR_GOODS)
                        .count()
                == 1;
    }

    public PurchaseOrder get(PurchaseNumber number) {
        return purchases.get(number);
    }

    /** Newest first. */
    public List<PurchaseOrder> all(String sku) {
        return purchases.findBySkuOrderByIdDesc(sku, Limit.of(50));
    }

    public SupplyPosition supply(String sku) {
        return supplyPositions.supply(List.of(sku)).stream()
                .filter(position -> position.site().equals("VIE"))
                .findFirst()
                .orElseThrow();
    }
}
