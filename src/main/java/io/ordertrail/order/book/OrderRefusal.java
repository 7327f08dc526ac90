package io.ordertrail.order.book;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** The order says no: what was asked does not fit where it stands. */
public class OrderRefusal extends Refusal {

    /** @param what names the sentence {@code order.refuses.<what>}, which gets the number, the state and {@code more} */
    public OrderRefusal(String what, Order order, Object... more) {
        super(
                Kind.CONFLICT,
                "order.refuses." + what,
                order.number().value(),
                Sentence.of("state." + order.state()),
                more.length > 0 ? more[0] : "");
    }
}
