package io.ordertrail.process.task;

import java.time.LocalDate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.ReplenishStock.Variable;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.PostponePurchase;

@Component
class PostponePurchaseDelegate implements JavaDelegate {

    private final PostponePurchase postponePurchase;

    PostponePurchaseDelegate(PostponePurchase postponePurchase) {
        this.postponePurchase = postponePurchase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = PurchaseNumber.get(execution.getProcessBusinessKey());
        postponePurchase.postpone(
                number, LocalDate.parse((String) execution.getVariable(Variable.EXPECTED_DAY)), (String)
                        execution.getVariable(Variable.SUPPLIER_REASON));
        execution.removeVariable(Variable.SUPPLIER_REASON);
    }
}
