package io.ordertrail.process.order;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderEntry;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Unwritten;
import io.ordertrail.process.engine.NewestDiagram;
import io.ordertrail.process.engine.OrderOnItsWay;

/** Starts the process of an order by the newest version of the diagram. */
@Component
class StartOrder {

  private final RuntimeService runtime;
  private final NewestDiagram newest;
  private final OrderOnItsWay onItsWay;
  private final Unwritten unwritten;

  StartOrder(RuntimeService runtime, NewestDiagram newest, OrderOnItsWay onItsWay, Unwritten unwritten) {
    this.runtime = runtime;
    this.newest = newest;
    this.onItsWay = onItsWay;
    this.unwritten = unwritten;
  }

  void start(OrderNumber number, OrderEntry entry) {
    unwritten.begin(number);
    onItsWay.starting(entry, () -> runtime.startProcessInstanceById(newest.id(), number.value()));
  }
}
