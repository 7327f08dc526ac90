package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.run.CancelImport;
import io.ordertrail.intake.run.ImportNumber;

@Component
class CancelImportDelegate implements JavaDelegate {

    private final CancelImport cancelImport;

    CancelImportDelegate(CancelImport cancelImport) {
        this.cancelImport = cancelImport;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cancelImport.cancel(ImportNumber.get(execution.getProcessBusinessKey()));
    }
}
