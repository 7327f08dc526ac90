package io.ordertrail.demo;

import java.util.Optional;
import java.util.stream.Stream;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.platform.access.Role;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/** A user task of an order, the role that does it, and the state in which the order waits for it. */
enum DemoJob {
    REVIEW(Element.REVIEW_ORDER, Role.ORDER_REVIEW, OrderState.IN_REVIEW),
    CORRECTION(Element.CORRECT_ORDER, Role.SALES, OrderState.IN_CORRECTION),
    SHORTAGE(Element.DECIDE_ON_SHORTAGE, Role.SALES, OrderState.WAITING_FOR_STOCK),
    PICKING(Element.PICK_AND_PACK, Role.WAREHOUSE, OrderState.CONFIRMED),
    SHIPPING(Element.SHIP_PARCEL, Role.SHIPPING, OrderState.IN_FULFILMENT),
    CHASE(Element.CHASE_DELIVERY, Role.CUSTOMER_SERVICE, OrderState.SHIPPED);

    private final String element;
    private final Role role;
    private final OrderState state;

    DemoJob(String element, Role role, OrderState state) {
        this.element = element;
        this.role = role;
        this.state = state;
    }

    /** The id of the user task in the diagram. */
    String element() {
        return element;
    }

    Role role() {
        return role;
    }

    static Optional<DemoJob> in(OrderState state) {
        return Stream.of(values()).filter(job -> job.state == state).findFirst();
    }
}
