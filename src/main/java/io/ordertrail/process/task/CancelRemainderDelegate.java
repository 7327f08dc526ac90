package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.CancelRemainder;
import io.ordertrail.stock.picking.PickList;

@Component
class CancelRemainderDelegate implements JavaDelegate {

    private final PickList pickList;
    private final CancelRemainder cancelRemainder;

    CancelRemainderDelegate(PickList pickList, CancelRemainder cancelRemainder) {
        this.pickList = pickList;
        this.cancelRemainder = cancelRemainder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        cancelRemainder.cancel(number, pickList.allocatedTo(number).shippedByLine());
    }
}
