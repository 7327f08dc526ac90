package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.ProposeReplenishment;

@Component
class ProposeReplenishmentDelegate implements JavaDelegate {

    private final ProposeReplenishment proposeReplenishment;

    ProposeReplenishmentDelegate(ProposeReplenishment proposeReplenishment) {
        this.proposeReplenishment = proposeReplenishment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = PurchaseNumber.get(execution.getProcessBusinessKey());
        proposeReplenishment.propose(number);
    }
}
