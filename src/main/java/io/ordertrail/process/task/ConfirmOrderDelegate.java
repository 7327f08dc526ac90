package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.ConfirmOrder;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.stock.picking.PickList;

@Component
class ConfirmOrderDelegate implements JavaDelegate {

    private final PickList pickList;
    private final ConfirmOrder confirmOrder;

    ConfirmOrderDelegate(PickList pickList, ConfirmOrder confirmOrder) {
        this.pickList = pickList;
        this.confirmOrder = confirmOrder;
    }

    /**
     * The parcels follow from the reservations, so they are passed to the next steps as transient variables and never
     * stored.
     */
    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var allocated = pickList.allocatedTo(number);
        var parcels = confirmOrder.confirm(number, allocated.bySku(), allocated.sites());
        execution.setVariable(Variable.SEVERAL_PARCELS, Variables.booleanValue(!parcels.isEmpty(), true));
        execution.setVariable(Variable.SITES, Variables.untypedValue(parcels, true));
    }
}
