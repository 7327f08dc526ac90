package io.ordertrail.web.order;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.process.desk.OpenTask;
import io.ordertrail.process.desk.OpenTasks;
import io.ordertrail.process.order.ExternalStockWaits;

/** Reads what an order waits for: user tasks, or responses of the external stock system. */
@Component
class ReadWork {

    private final OpenTasks openTasks;
    private final ExternalStockWaits externalStockWaits;

    ReadWork(OpenTasks openTasks, ExternalStockWaits externalStockWaits) {
        this.openTasks = openTasks;
        this.externalStockWaits = externalStockWaits;
    }

    List<OpenTask> tasks(Order order) {
        return openTasks.of(order.number(), order.processInstance());
    }

    List<ExternalStockWaits.Wait> externalStockWaits(Order order) {
        return externalStockWaits.of(order.processInstance());
    }
}
