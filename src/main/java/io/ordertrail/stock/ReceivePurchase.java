package io.ordertrail.stock;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Checked;
import io.ordertrail.platform.Refusal;
import io.ordertrail.stock.StockMovement.Kind;

/** Books what has come of a purchase, also in part, and hands it to those who wait. */
@Service
@Transactional
public class ReceivePurchase {

  private final Purchases purchases;
  private final StockItems items;
  private final StockMovements movements;
  private final Line line;
  private final Ledger ledger;
  private final PurchaseProcess process;
  private final Checked checked;
  private final Clock clock;

  ReceivePurchase(Purchases purchases, StockItems items, StockMovements movements, Line line, Ledger ledger, PurchaseProcess process,
      Checked checked, Clock clock) {
    this.purchases = purchases;
    this.items = items;
    this.movements = movements;
    this.line = line;
    this.ledger = ledger;
    this.process = process;
    this.checked = checked;
    this.clock = clock;
  }

  /**
   * The purchase is locked first, then the stock: a receipt finds whether the rest was closed, and the other way round.
   *
   * @return the movement; the first one where the id was booked for this purchase before
   */
  public StockMovement receive(PurchaseNumber number, PurchaseReceipt receipt) {
    checked.valid(receipt);
    var purchase = purchases.getLocked(number);
    var before = receipt.id() == null ? null : movements.findByExternalId(receipt.id()).orElse(null);
    if (before != null) {
      return sameOrRefused(before, number);
    }
    var pieces = receipt.quantity();
    if (purchases.receive(number.id(), pieces) == 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "purchase.refuses.more", purchase.open(), purchase.sku(), number.value());
    }
    items.lock(List.of(purchase.sku()));
    if (items.arrive(purchase.sku(), purchase.site(), pieces) == 0) {
      throw new StockChanged(purchase.sku());
    }
    var movement = ledger.bought(number,
        new Booking(receipt.id(), purchase.sku(), purchase.site(), pieces, Kind.RECEIPT, receipt.reason()));
    line.serve(List.of(new StockItem.Key(purchase.sku(), purchase.site())));
    if (purchases.complete(number.id(), clock.instant()) == 1) {
      process.allReceived(purchase);
    }
    return movement;
  }

  private static StockMovement sameOrRefused(StockMovement before, PurchaseNumber number) {
    if (!number.equals(before.purchase())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "purchase.refuses.id", before.externalId());
    }
    return before;
  }
}
