package io.ordertrail.process.purchase;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.engine.ReplenishStock.Element;
import io.ordertrail.process.engine.ReplenishStock.Message;
import io.ordertrail.process.engine.ReplenishStock.Variable;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.PostponePurchase;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchasePlan;
import io.ordertrail.stock.replenishment.PurchaseProcess;

/** Starts the process of a purchase and passes messages and decisions to it. */
@Component
class CamundaPurchaseProcess implements PurchaseProcess {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final MessageCorrelation messages;
    private final DecideForBuyer decide;
    private final PostponePurchase postponePurchase;

    CamundaPurchaseProcess(
            RuntimeService runtime,
            ManagementService management,
            MessageCorrelation messages,
            DecideForBuyer decide,
            PostponePurchase postponePurchase) {
        this.runtime = runtime;
        this.management = management;
        this.messages = messages;
        this.decide = decide;
        this.postponePurchase = postponePurchase;
    }

    @Override
    public String start(PurchaseNumber number) {
        return runtime.startProcessInstanceByKey(ReplenishStock.PROCESS, number.value())
                .getId();
    }

    @Override
    public void order(PurchaseOrder purchase, PurchasePlan plan) {
        var fields = fields(plan, Variable.REPLENISHMENT_REASON);
        fields.put(Variable.REPLENISHMENT_DECISION, "order");
        fields.put(Variable.ORDERED_QUANTITY, String.valueOf(plan.quantity()));
        decide.require(purchase.number(), Element.DECIDE_ON_REPLENISHMENT, fields);
    }

    /** Before the goods are overdue nobody is asked, so the timer alone has to know the new day. */
    @Override
    public void postpone(PurchaseOrder purchase, PurchasePlan plan) {
        var fields = fields(plan, Variable.SUPPLIER_REASON);
        fields.put(Variable.SUPPLIER_DECISION, "newDay");
        if (!decide.tell(purchase.number(), Element.CHASE_SUPPLIER, fields)) {
            postponePurchase.postpone(purchase.number(), plan.expected(), plan.note());
            runtime.setVariable(
                    purchase.processInstance(),
                    Variable.EXPECTED_DAY,
                    plan.expected().toString());
            management
                    .createJobQuery()
                    .processInstanceId(purchase.processInstance())
                    .activityId(Element.GOODS_OVERDUE)
                    .list()
                    .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
        }
    }

    private static Map<String, Object> fields(PurchasePlan plan, String note) {
        var fields = new HashMap<String, Object>();
        fields.put(Variable.EXPECTED_DAY, plan.expected().toString());
        if (plan.note() != null) {
            fields.put(note, plan.note());
        }
        return fields;
    }

    @Override
    public void allReceived(PurchaseOrder purchase) {
        messages.correlate(Message.ALL_GOODS_RECEIVED, purchase.number().value());
    }
}
