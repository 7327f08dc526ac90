package io.ordertrail.order;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Actor;

/** Releases one hold: the reviewer has looked at what the rule found and lets it pass. */
@Service
@Transactional
public class ReleaseHold {

  private final Orders orders;
  private final Timeline timeline;
  private final Actor actor;
  private final Clock clock;

  ReleaseHold(Orders orders, Timeline timeline, Actor actor, Clock clock) {
    this.orders = orders;
    this.timeline = timeline;
    this.actor = actor;
    this.clock = clock;
  }

  /** @param position of the hold in {@link Order#holds()}, from 0 */
  public void release(OrderNumber number, int position) {
    var order = orders.get(number);
    if (order.state() != OrderState.IN_REVIEW) {
      throw new OrderRefuses("release", order);
    }
    timeline.note(number, "released", order.release(position, actor.name(), clock.instant()).rule());
  }
}
