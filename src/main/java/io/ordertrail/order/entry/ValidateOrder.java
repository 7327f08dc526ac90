package io.ordertrail.order.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.settings.DeliveryDays;

/** Validates an order as far as that needs no query, and notes who sends it. */
@Component
class ValidateOrder {

    private final Checked checked;
    private final Actor actor;
    private final DeliveryDays deliveryDays;

    ValidateOrder(Checked checked, Actor actor, DeliveryDays deliveryDays) {
        this.checked = checked;
        this.actor = actor;
        this.deliveryDays = deliveryDays;
    }

    /** Returns the order with its refusal when the input has a fault. */
    <T> PendingOrder<T> validate(NewOrder entered, Function<OrderNumber, T> answer) {
        var order = new PendingOrder<>(entered, actor.stamp(), actor.caller(), answer);
        var faults = faults(entered, null);
        if (!faults.isEmpty()) {
            order.fail(new InvalidInput(faults));
        }
        return order;
    }

    /**
     * Finds the faults.
     *
     * @param agreed a delivery day that the order has already, and may keep; or null
     */
    List<Fault> faults(NewOrder order, LocalDate agreed) {
        var faults = checked.faultsOf(order);
        var day = order.requestedDelivery();
        if (day != null && !day.equals(agreed) && !deliveryDays.contain(day)) {
            faults.add(new Fault(
                    "/requestedDelivery",
                    Sentence.of(
                            "order.input.day",
                            deliveryDays.first().toString(),
                            deliveryDays.last().toString())));
        }
        return faults;
    }
}
