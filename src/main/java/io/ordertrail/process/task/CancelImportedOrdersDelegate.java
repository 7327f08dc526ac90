package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.run.CancelImportedOrders;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.process.engine.ImportOrders.Variable;
import io.ordertrail.process.intake.BesideJob;

@Component
class CancelImportedOrdersDelegate implements JavaDelegate {

    private final CancelImportedOrders cancelImportedOrders;
    private final BesideJob besideJob;

    CancelImportedOrdersDelegate(CancelImportedOrders cancelImportedOrders, BesideJob besideJob) {
        this.cancelImportedOrders = cancelImportedOrders;
        this.besideJob = besideJob;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ImportNumber.get(execution.getProcessBusinessKey());
        execution.setVariable(
                Variable.EVERYTHING_CANCELLED, besideJob.work(number, () -> cancelImportedOrders.cancel(number)));
    }
}
