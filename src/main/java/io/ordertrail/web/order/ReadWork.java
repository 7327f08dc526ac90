package io.ordertrail.web.order;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.process.desk.OpenTask;
import io.ordertrail.process.desk.OpenTasks;
import io.ordertrail.process.order.ExternalStockWaits;

/** Reads what an order waits for: work of people, or an answer of the company's own stock system. */
@Component
class ReadWork {

    private final OpenTasks openTasks;
    private final ExternalStockWaits stockSystem;

    ReadWork(OpenTasks openTasks, ExternalStockWaits stockSystem) {
        this.openTasks = openTasks;
        this.stockSystem = stockSystem;
    }

    List<OpenTask> tasks(Order order) {
        return openTasks.of(order.number(), order.processInstance());
    }

    /** Null where it waits for none. */
    ExternalStockWaits.Wait stockSystem(Order order) {
        return stockSystem.of(order.processInstance()).orElse(null);
    }
}
