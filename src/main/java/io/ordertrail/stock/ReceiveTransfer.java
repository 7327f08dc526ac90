package io.ordertrail.stock;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.platform.Checked;
import io.ordertrail.platform.InvalidInput.Fault;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.stock.StockMovement.Kind;

/** Takes in what arrived of a transfer; what did not arrive is a loss of the site it was sent to. Orders that wait get theirs at once. */
@Service
@Transactional
public class ReceiveTransfer {

  private final Transfers transfers;
  private final TransferLines lines;
  private final StockItems items;
  private final BookStock bookStock;
  private final Line line;
  private final Ledger ledger;
  private final Checked checked;
  private final Actor actor;

  ReceiveTransfer(Transfers transfers, TransferLines lines, StockItems items, BookStock bookStock, Line line, Ledger ledger, Checked checked,
      Actor actor) {
    this.transfers = transfers;
    this.lines = lines;
    this.items = items;
    this.bookStock = bookStock;
    this.line = line;
    this.ledger = ledger;
    this.checked = checked;
    this.actor = actor;
  }

  /** @throws Refusal where it arrived before */
  public void receive(long number, Arrival arrival) {
    checked.valid(arrival);
    var taken = transfers.arrive(number, actor.stamp(), arrival.reason());
    var transfer = transfers.get(number);
    if (taken == 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "transfer.refuses.arrived", transfer.name(), transfer.arrivedBy());
    }
    var goods = lines.findByTransferOrderBySku(number);
    Checked.refuseIfAny(faults(goods, arrival));
    goods.forEach(sent -> bookStock.keepShelf(sent.sku(), transfer.toSite(), null));
    items.lock(goods.stream().map(TransferLine::sku).toList());
    goods.forEach(sent -> arrive(transfer, sent, arrival));
    line.serve(goods.stream().map(sent -> new StockItem.Key(sent.sku(), transfer.toSite())).toList());
  }

  private void arrive(Transfer transfer, TransferLine sent, Arrival arrival) {
    var pieces = arrival.pieces().get(sent.sku());
    sent.arrive(pieces);
    if (items.change(sent.sku(), transfer.toSite(), pieces) == 0) {
      throw new StockChanged(sent.sku());
    }
    ledger.changed(transfer.name(), Kind.TRANSFER, sent.sku(), transfer.toSite(), sent.sent(), transfer.note());
    if (pieces < sent.sent()) {
      ledger.changed(transfer.name(), Kind.LOSS, sent.sku(), transfer.toSite(), pieces - sent.sent(), arrival.reason());
    }
  }

  private static List<Fault> faults(List<TransferLine> goods, Arrival arrival) {
    var faults = new ArrayList<Fault>();
    var less = false;
    for (int i = 0; i < goods.size(); i++) {
      var sent = goods.get(i).sent();
      var pieces = arrival.pieces().get(goods.get(i).sku());
      if (pieces == null || pieces < 0 || pieces > sent) {
        faults.add(new Fault("/lines/" + i + "/arrived", Sentence.of("transfer.input.arrived", sent)));
      } else {
        less |= pieces < sent;
      }
    }
    if (less && (arrival.reason() == null || arrival.reason().isBlank())) {
      faults.add(new Fault("/reason", Sentence.of("transfer.input.reason")));
    }
    return faults;
  }
}
