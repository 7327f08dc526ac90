package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.ConfirmOrder;
import io.ordertrail.process.order.PlanOrderParcels;
import io.ordertrail.stock.picking.PickList;

@Component
class ConfirmOrderDelegate implements JavaDelegate {

    private final PickList pickList;
    private final ConfirmOrder confirmOrder;
    private final PlanOrderParcels planOrderParcels;

    ConfirmOrderDelegate(PickList pickList, ConfirmOrder confirmOrder, PlanOrderParcels planOrderParcels) {
        this.pickList = pickList;
        this.confirmOrder = confirmOrder;
        this.planOrderParcels = planOrderParcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var allocated = pickList.allocatedTo(number);
        confirmOrder.confirm(number, allocated.bySku());
        planOrderParcels.plan(number, allocated.sitesWithoutParcel());
    }
}
