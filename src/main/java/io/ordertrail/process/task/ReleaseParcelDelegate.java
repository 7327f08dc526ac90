package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.shipment.EndPicking;
import io.ordertrail.stock.allocation.ReleaseParcel;

@Component
class ReleaseParcelDelegate implements JavaDelegate {

    private final ReleaseParcel releaseParcel;
    private final EndPicking endPicking;

    ReleaseParcelDelegate(ReleaseParcel releaseParcel, EndPicking endPicking) {
        this.releaseParcel = releaseParcel;
        this.endPicking = endPicking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var parcel = (String) execution.getVariable(Variable.PARCEL);
        endPicking.release(parcel);
        releaseParcel.release(number, parcel);
    }
}
