package io.ordertrail.order.book;

import java.time.Duration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;

/** Writes down what happens to an order, in the transaction in which it happens. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Timeline {

    private final OrderEvents events;
    private final Actor actor;
    private final ApplicationEventPublisher listeners;

    Timeline(OrderEvents events, Actor actor, ApplicationEventPublisher listeners) {
        this.events = events;
        this.actor = actor;
        this.listeners = listeners;
    }

    public void note(OrderNumber order, String what, String note) {
        events.save(new OrderEvent(order, actor.stamp(), what, note));
    }

    public void noteBy(String who, OrderNumber order, String what, String note) {
        events.save(new OrderEvent(order, actor.stamp().inNameOf(who), what, note));
    }

    /** @param from null at entry */
    public void moved(Order order, OrderState from) {
        var stamp = actor.stamp();
        events.save(new OrderEvent(order.number(), stamp, from, order.state()));
        listeners.publishEvent(
                new OrderMoved(order.number(), from, order.state(), Duration.between(order.enteredAt(), stamp.at())));
    }
}
