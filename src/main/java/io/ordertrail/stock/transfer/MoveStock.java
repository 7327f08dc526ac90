package io.ordertrail.stock.transfer;

import java.util.List;
import java.util.SortedMap;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.allocation.BackorderQueue;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.Ledger;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/** What a transfer changes in stock, at the site that it leaves and at the one where it arrives. */
@Component
class MoveStock {

    private final StockItems items;
    private final Ledger ledger;
    private final BackorderQueue line;

    MoveStock(StockItems items, Ledger ledger, BackorderQueue line) {
        this.items = items;
        this.ledger = ledger;
        this.line = line;
    }

    /** @throws Refusal where fewer pieces are available */
    void leave(Transfer transfer, SortedMap<String, Integer> pieces) {
        items.lock(pieces.keySet());
        pieces.forEach((sku, quantity) -> leave(transfer, sku, quantity));
    }

    private void leave(Transfer transfer, String sku, int pieces) {
        if (items.change(sku, transfer.fromSite(), -pieces) == 0) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "transfer.refuses.available",
                    available(sku, transfer.fromSite()),
                    sku,
                    transfer.fromSite(),
                    pieces);
        }
        ledger.booked(
                new Booking(null, sku, transfer.fromSite(), -pieces, Kind.TRANSFER, transfer.note()), transfer.name());
    }

    private int available(String sku, String site) {
        return items.levels(List.of(sku)).stream()
                .filter(level -> level.site().equals(site))
                .mapToInt(StockLevel::available)
                .sum();
    }

    /** Orders that wait get theirs at once. */
    void arrive(Transfer transfer, List<TransferLine> goods, TransferReceipt arrival) {
        goods.forEach(sent -> items.keepPlace(sent.sku(), transfer.toSite()));
        items.lock(goods.stream().map(TransferLine::sku).toList());
        goods.forEach(sent -> arrive(transfer, sent, arrival));
        line.serve(goods.stream()
                .map(sent -> new StockItem.Key(sent.sku(), transfer.toSite()))
                .toList());
    }

    private void arrive(Transfer transfer, TransferLine sent, TransferReceipt arrival) {
        var pieces = arrival.pieces().get(sent.sku());
        sent.arrive(pieces);
        if (items.change(sent.sku(), transfer.toSite(), pieces) == 0) {
            throw new ConcurrentStockChange(sent.sku());
        }
        ledger.booked(
                new Booking(null, sent.sku(), transfer.toSite(), sent.sent(), Kind.TRANSFER, transfer.note()),
                transfer.name());
        if (pieces < sent.sent()) {
            ledger.booked(
                    new Booking(null, sent.sku(), transfer.toSite(), pieces - sent.sent(), Kind.LOSS, arrival.reason()),
                    transfer.name());
        }
    }
}
