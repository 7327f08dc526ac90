package io.ordertrail.order.entry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.actor.Stamp;
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
     * Returns an order of the past, entered on its day, with its refusal when the input has a fault. Noon in UTC is the
     * same day almost everywhere.
     */
    <T> PendingOrder<T> validatePast(NewOrder entered, LocalDate day, Function<OrderNumber, T> answer) {
        var stamp = new Stamp(actor.name(), day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        var order = new PendingOrder<>(entered, true, stamp, actor.caller(), answer);
        var faults = pastFaults(entered, day);
        if (!faults.isEmpty()) {
            order.fail(new InvalidInput(faults));
        }
        return order;
    }

    /** Finds the faults of an order of the past, whose delivery may have been wanted on any day. */
    List<Fault> pastFaults(NewOrder order, LocalDate day) {
        var faults = new ArrayList<>(faults(order, order.requestedDelivery()));
        if (!day.isBefore(deliveryDays.first())) {
            faults.add(new Fault(
                    "/orderDate",
                    Sentence.of("order.input.past", deliveryDays.first().toString())));
        }
        return faults;
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
