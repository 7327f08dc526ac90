package io.ordertrail.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import io.ordertrail.process.ReplenishStock.Message;
import io.ordertrail.stock.Purchase;
import io.ordertrail.stock.PurchaseNumber;
import io.ordertrail.stock.PurchaseProcess;

/** Starts the process of a purchase and tells it the news. */
@Component
class CamundaPurchaseProcess implements PurchaseProcess {

  private final RuntimeService runtime;
  private final News news;

  CamundaPurchaseProcess(RuntimeService runtime, News news) {
    this.runtime = runtime;
    this.news = news;
  }

  @Override
  public String proposed(PurchaseNumber number) {
    return runtime.startProcessInstanceByKey(ReplenishStock.PROCESS, number.value()).getId();
  }

  @Override
  public void allReceived(Purchase purchase) {
    news.bring(Message.ALL_GOODS_RECEIVED, purchase.number().value());
  }
}
