package io.ordertrail.order.entry;

import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput;

/** Validates an order as far as that needs no query, and notes who sends it. */
@Component
class ValidateOrder {

    private final Checked checked;
    private final Actor actor;

    ValidateOrder(Checked checked, Actor actor) {
        this.checked = checked;
        this.actor = actor;
    }

    /** Returns the order with its refusal when the input has a fault. */
    <T> PendingOrder<T> validate(NewOrder entered, Function<OrderNumber, T> answer) {
        var order = new PendingOrder<>(entered, actor.stamp(), actor.caller(), answer);
        try {
            checked.valid(entered);
        } catch (InvalidInput refusal) {
            order.fail(refusal);
        }
        return order;
    }
}
