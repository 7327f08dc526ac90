package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.external.AskForRelease;

@Component
class AskForReleaseDelegate implements JavaDelegate {

    private final AskForRelease askForRelease;

    AskForReleaseDelegate(AskForRelease askForRelease) {
        this.askForRelease = askForRelease;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        askForRelease.release(number);
    }
}
