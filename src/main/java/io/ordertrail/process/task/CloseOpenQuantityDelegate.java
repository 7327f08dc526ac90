package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.ReplenishStock.Variable;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.CloseOpenQuantity;

@Component
class CloseOpenQuantityDelegate implements JavaDelegate {

    private final CloseOpenQuantity closeOpenQuantity;

    CloseOpenQuantityDelegate(CloseOpenQuantity closeOpenQuantity) {
        this.closeOpenQuantity = closeOpenQuantity;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = PurchaseNumber.get(execution.getProcessBusinessKey());
        closeOpenQuantity.close(number, (String) execution.getVariable(Variable.SUPPLIER_REASON));
        execution.removeVariable(Variable.SUPPLIER_REASON);
    }
}
