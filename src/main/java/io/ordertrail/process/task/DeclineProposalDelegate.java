package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.ReplenishStock.Variable;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.DeclineProposal;

@Component
class DeclineProposalDelegate implements JavaDelegate {

    private final DeclineProposal declineProposal;

    DeclineProposalDelegate(DeclineProposal declineProposal) {
        this.declineProposal = declineProposal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = PurchaseNumber.get(execution.getProcessBusinessKey());
        declineProposal.decline(number, (String) execution.getVariable(Variable.REPLENISHMENT_REASON));
        execution.removeVariable(Variable.REPLENISHMENT_REASON);
    }
}
