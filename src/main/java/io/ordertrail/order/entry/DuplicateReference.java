package io.ordertrail.order.entry;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;

/** The sender used this reference before. */
public class DuplicateReference extends Refusal {

    private final transient OrderNumber first;

    DuplicateReference(String reference, OrderNumber first) {
        super(Kind.CONFLICT, "order.duplicate-reference", reference, first.value());
        this.first = first;
    }

    public OrderNumber first() {
        return first;
    }
}
