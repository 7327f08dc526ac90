package io.ordertrail.order.book;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** The state of the order does not allow the request. */
public class OrderRefusal extends Refusal {

    /**
     * Creates a refusal with the message {@code order.refuses.<what>}.
     *
     * @param more one further argument of the message, after the number and the state
     */
    public OrderRefusal(String what, Order order, Object... more) {
        super(
                Kind.CONFLICT,
                "order.refuses." + what,
                order.number().value(),
                Sentence.of("state." + order.state()),
                more.length > 0 ? more[0] : "");
    }
}
