package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.shipment.WriteOffParcel;
import io.ordertrail.stock.picking.WriteOffShippedGoods;

@Component
class WriteOffParcelDelegate implements JavaDelegate {

    private final WriteOffParcel writeOffParcel;
    private final WriteOffShippedGoods writeOffShippedGoods;

    WriteOffParcelDelegate(WriteOffParcel writeOffParcel, WriteOffShippedGoods writeOffShippedGoods) {
        this.writeOffParcel = writeOffParcel;
        this.writeOffShippedGoods = writeOffShippedGoods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var parcel = (String) execution.getVariable(Variable.PARCEL);
        var sendAgain = Decision.SEND_AGAIN.word().equals(execution.getVariable(Variable.CHASE_DECISION));
        writeOffParcel.writeOff(parcel);
        writeOffShippedGoods.writeOff(number, parcel, sendAgain);
    }
}
