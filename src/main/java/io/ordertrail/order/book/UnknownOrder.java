package io.ordertrail.order.book;

import io.ordertrail.refusal.Refusal;

public class UnknownOrder extends Refusal {

    public UnknownOrder(String number) {
        super(Kind.UNKNOWN, "order.unknown", number);
    }
}
