package io.ordertrail.process.purchase;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.engine.ReplenishStock.Message;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseProcess;

/** Starts the process of a purchase and tells it the news. */
@Component
class CamundaPurchaseProcess implements PurchaseProcess {

    private final RuntimeService runtime;
    private final MessageCorrelation news;

    CamundaPurchaseProcess(RuntimeService runtime, MessageCorrelation news) {
        this.runtime = runtime;
        this.news = news;
    }

    @Override
    public String proposed(PurchaseNumber number) {
        return runtime.startProcessInstanceByKey(ReplenishStock.PROCESS, number.value())
                .getId();
    }

    @Override
    public void allReceived(PurchaseOrder purchase) {
        news.bring(Message.ALL_GOODS_RECEIVED, purchase.number().value());
    }
}
