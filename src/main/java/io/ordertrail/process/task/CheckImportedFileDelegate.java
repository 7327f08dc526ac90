package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.run.CheckImportedFile;
import io.ordertrail.intake.run.CheckImportedFile.Outcome;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.process.engine.ImportOrders.Variable;
import io.ordertrail.process.intake.BesideJob;

@Component
class CheckImportedFileDelegate implements JavaDelegate {

    private final CheckImportedFile checkImportedFile;
    private final BesideJob besideJob;

    CheckImportedFileDelegate(CheckImportedFile checkImportedFile, BesideJob besideJob) {
        this.checkImportedFile = checkImportedFile;
        this.besideJob = besideJob;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ImportNumber.get(execution.getProcessBusinessKey());
        var outcome = besideJob.work(number, () -> checkImportedFile.check(number));
        execution.setVariable(Variable.MORE_TO_CHECK, outcome == Outcome.MORE_TO_CHECK);
        execution.setVariable(Variable.NOTHING_TO_ENTER, outcome == Outcome.NOTHING_TO_ENTER);
        execution.setVariable(Variable.DECISION_NEEDED, outcome == Outcome.DECISION_NEEDED);
    }
}
