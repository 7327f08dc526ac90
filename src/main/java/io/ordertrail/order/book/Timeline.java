package io.ordertrail.order.book;

import java.time.Duration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.actor.Stamp;

/** Records what happens to an order, in the transaction in which it happens. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Timeline {

    private final OrderEvents events;
    private final Actor actor;
    private final ApplicationEventPublisher publisher;

    Timeline(OrderEvents events, Actor actor, ApplicationEventPublisher publisher) {
        this.events = events;
        this.actor = actor;
        this.publisher = publisher;
    }

    /** Returns who did it and when, as the event has it. */
    public Stamp note(OrderNumber order, String what, String note) {
        var stamp = actor.stamp();
        events.save(new OrderEvent(order, stamp, what, note));
        return stamp;
    }

    public void noteBy(String name, OrderNumber order, String what, String note) {
        events.save(new OrderEvent(order, actor.stamp().inNameOf(name), what, note));
    }

    /**
     * Records a change of state and publishes {@link OrderMoved}. The states of an order of the past changed at times that
     * nobody knows; only its entry is recorded, so that no figure counts them.
     *
     * @param from null at entry
     */
    public void moved(Order order, OrderState from) {
        if (!order.isHistory()) {
            changed(order, from);
        } else if (from == null) {
            note(order.number(), "history", null);
        }
    }

    private void changed(Order order, OrderState from) {
        var stamp = actor.stamp();
        events.save(new OrderEvent(order.number(), stamp, from, order.state()));
        publisher.publishEvent(
                new OrderMoved(order.number(), from, order.state(), Duration.between(order.enteredAt(), stamp.at())));
    }
}
