package io.ordertrail.stock;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Actor;

/** Nothing is bought for now: the buyer is asked again when the shelf has been above its point, or after a while. */
@Service
@Transactional
public class RecordDecline {

  private final Purchases purchases;
  private final StockItems items;
  private final ReplenishmentSettings settings;
  private final Actor actor;
  private final Clock clock;

  RecordDecline(Purchases purchases, StockItems items, ReplenishmentSettings settings, Actor actor, Clock clock) {
    this.purchases = purchases;
    this.items = items;
    this.settings = settings;
    this.actor = actor;
    this.clock = clock;
  }

  public void record(PurchaseNumber number, String reason) {
    var purchase = purchases.getLocked(number);
    var now = clock.instant();
    if (purchases.decline(number.id(), PurchaseRefuses.needed(reason), now, actor.name()) == 0) {
      throw new PurchaseRefuses("decided", number);
    }
    items.leaveInPeace(purchase.sku(), purchase.site(), now.plus(settings.askAgain()));
  }
}
