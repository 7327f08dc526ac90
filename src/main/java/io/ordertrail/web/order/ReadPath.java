package io.ordertrail.web.order;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.process.path.OrderPaths;

/** Reads where an order was and is on its diagrams, and why it is late. */
@Component
class ReadPath {

    private final OrderPaths paths;
    private final WhyLate whyLate;

    ReadPath(OrderPaths paths, WhyLate whyLate) {
        this.paths = paths;
        this.whyLate = whyLate;
    }

    OrderPath of(Order order) {
        var pages = paths.of(order.number());
        return new OrderPath(pages, whyLate.sentence(order, pages).orElse(null));
    }
}
