package io.ordertrail.process.purchase;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.engine.ReplenishStock.Message;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseProcess;

/** Starts the process of a purchase and passes messages to it. */
@Component
class CamundaPurchaseProcess implements PurchaseProcess {

    private final RuntimeService runtime;
    private final MessageCorrelation messages;

    CamundaPurchaseProcess(RuntimeService runtime, MessageCorrelation messages) {
        this.runtime = runtime;
        this.messages = messages;
    }

    @Override
    public String start(PurchaseNumber number) {
        return runtime.startProcessInstanceByKey(ReplenishStock.PROCESS, number.value())
                .getId();
    }

    @Override
    public void allReceived(PurchaseOrder purchase) {
        messages.correlate(Message.ALL_GOODS_RECEIVED, purchase.number().value());
    }
}
