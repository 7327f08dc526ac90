package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.run.EnterImportedOrders;
import io.ordertrail.intake.run.EnterImportedOrders.Outcome;
import io.ordertrail.intake.run.ImportDecision;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.process.engine.ImportOrders.Variable;
import io.ordertrail.process.intake.BesideJob;

@Component
class EnterImportedOrdersDelegate implements JavaDelegate {

    private final EnterImportedOrders enterImportedOrders;
    private final BesideJob besideJob;

    EnterImportedOrdersDelegate(EnterImportedOrders enterImportedOrders, BesideJob besideJob) {
        this.enterImportedOrders = enterImportedOrders;
        this.besideJob = besideJob;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ImportNumber.get(execution.getProcessBusinessKey());
        var decision = ImportDecision.of((String) execution.getVariable(Variable.IMPORT_DECISION));
        var outcome = besideJob.work(number, () -> enterImportedOrders.enter(number, decision.orElse(null)));
        execution.setVariable(Variable.IMPORT_PAUSED, outcome == Outcome.PAUSED);
        execution.setVariable(Variable.EVERYTHING_ENTERED, outcome == Outcome.EVERYTHING_ENTERED);
    }
}
