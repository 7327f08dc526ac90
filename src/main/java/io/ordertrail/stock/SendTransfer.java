package io.ordertrail.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.platform.Checked;
import io.ordertrail.platform.InvalidInput.Fault;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.stock.StockMovement.Kind;

/** Sends goods that nobody was promised from one site to another. While they are on their way they are nowhere on hand. */
@Service
@Transactional
public class SendTransfer {

  private final Transfers transfers;
  private final TransferLines lines;
  private final StockItems items;
  private final Ledger ledger;
  private final Sites sites;
  private final Products products;
  private final Checked checked;
  private final Actor actor;

  SendTransfer(Transfers transfers, TransferLines lines, StockItems items, Ledger ledger, Sites sites, Products products, Checked checked,
      Actor actor) {
    this.transfers = transfers;
    this.lines = lines;
    this.items = items;
    this.ledger = ledger;
    this.sites = sites;
    this.products = products;
    this.checked = checked;
    this.actor = actor;
  }

  /**
   * @return the transfer; the first one where the id was sent before
   * @throws Refusal where fewer pieces are available than were to go; then nothing went
   */
  public Transfer send(TransferPlan plan) {
    Checked.refuseIfAny(faults(plan));
    var before = plan.id() == null ? null : transfers.findByRequest(plan.id()).orElse(null);
    if (before != null) {
      return before;
    }
    var transfer = transfers.save(new Transfer(plan, actor.stamp()));
    var pieces = plan.pieces();
    items.lock(pieces.keySet());
    pieces.forEach((sku, quantity) -> {
      leave(transfer, sku, quantity);
      lines.save(new TransferLine(transfer.number(), sku, quantity));
    });
    return transfer;
  }

  private void leave(Transfer transfer, String sku, int pieces) {
    if (items.change(sku, transfer.fromSite(), -pieces) == 0) {
      var available = items.levels(List.of(sku)).stream().filter(level -> level.site().equals(transfer.fromSite()))
          .mapToInt(StockLevel::available).sum();
      throw new Refusal(Refusal.Kind.CONFLICT, "transfer.refuses.available", available, sku, transfer.fromSite(), pieces);
    }
    ledger.changed(transfer.name(), Kind.TRANSFER, sku, transfer.fromSite(), -pieces, transfer.note());
  }

  private List<Fault> faults(TransferPlan plan) {
    var faults = new ArrayList<>(checked.faultsOf(plan));
    if (faults.isEmpty()) {
      List.of("from", "to").forEach(end -> {
        var site = end.equals("from") ? plan.from() : plan.to();
        if (sites.findById(site).isEmpty()) {
          faults.add(new Fault("/" + end, Sentence.of("site.unknown", site)));
        }
      });
      if (plan.from().equals(plan.to())) {
        faults.add(new Fault("/to", Sentence.of("transfer.input.sites")));
      }
      faults.addAll(unknown(plan));
    }
    return faults;
  }

  private List<Fault> unknown(TransferPlan plan) {
    var known = products.findBySkuIn(plan.lines().stream().map(TransferPlan.Goods::sku).toList()).stream().map(Product::sku)
        .collect(Collectors.toSet());
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < plan.lines().size(); i++) {
      var sku = plan.lines().get(i).sku();
      if (!known.contains(sku)) {
        faults.add(new Fault("/lines/" + i + "/sku", Sentence.of("product.unknown", sku)));
      }
    }
    return faults;
  }
}
