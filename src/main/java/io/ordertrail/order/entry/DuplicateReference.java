package io.ordertrail.order.entry;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;

/** The channel has used this external reference before. */
public class DuplicateReference extends Refusal {

    private final transient OrderNumber first;

    DuplicateReference(String reference, OrderNumber first) {
        super(Kind.CONFLICT, "order.duplicate-reference", reference, first.value());
        this.first = first;
    }

    /** The order that has the reference. */
    public OrderNumber first() {
        return first;
    }
}
