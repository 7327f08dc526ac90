package io.ordertrail.process.task;

import java.time.LocalDate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.ReplenishStock.Variable;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.RecordPurchase;

@Component
class RecordPurchaseDelegate implements JavaDelegate {

    private final RecordPurchase recordPurchase;

    RecordPurchaseDelegate(RecordPurchase recordPurchase) {
        this.recordPurchase = recordPurchase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = PurchaseNumber.get(execution.getProcessBusinessKey());
        recordPurchase.record(
                number,
                Integer.parseInt((String) execution.getVariable(Variable.ORDERED_QUANTITY)),
                LocalDate.parse((String) execution.getVariable(Variable.EXPECTED_DAY)),
                (String) execution.getVariable(Variable.REPLENISHMENT_REASON));
        execution.removeVariable(Variable.REPLENISHMENT_REASON);
    }
}
