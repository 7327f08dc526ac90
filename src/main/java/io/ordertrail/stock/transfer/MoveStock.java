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

/** Books the stock changes of a transfer at the sending and the receiving site. */
@Component
class MoveStock {

    private final StockItems items;
    private final Ledger ledger;
    private final BackorderQueue backorderQueue;

    MoveStock(StockItems items, Ledger ledger, BackorderQueue backorderQueue) {
        this.items = items;
        this.ledger = ledger;
        this.backorderQueue = backorderQueue;
    }

    /**
     * Books the goods off the sending site.
     *
     * @throws Refusal where fewer units are available
     */
    void send(Transfer transfer, SortedMap<String, Integer> quantities) {
        items.lock(quantities.keySet());
        quantities.forEach((sku, quantity) -> sendLine(transfer, sku, quantity));
    }

    private void sendLine(Transfer transfer, String sku, int quantity) {
        if (items.change(sku, transfer.fromSite(), -quantity) == 0) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "transfer.refuses.available",
                    available(sku, transfer.fromSite()),
                    sku,
                    transfer.fromSite(),
                    quantity);
        }
        ledger.booked(
                new Booking(null, sku, transfer.fromSite(), -quantity, Kind.TRANSFER, transfer.note()),
                transfer.name());
    }

    private int available(String sku, String site) {
        return items.levels(List.of(sku)).stream()
                .filter(level -> level.site().equals(site))
                .mapToInt(StockLevel::available)
                .sum();
    }

    /** Books the goods at the receiving site and allocates them to waiting orders at once. */
    void receive(Transfer transfer, List<TransferLine> goods, TransferReceipt receipt) {
        goods.forEach(sent -> items.ensureExists(sent.sku(), transfer.toSite()));
        items.lock(goods.stream().map(TransferLine::sku).toList());
        goods.forEach(sent -> receiveLine(transfer, sent, receipt));
        backorderQueue.serve(goods.stream()
                .map(sent -> new StockItem.Key(sent.sku(), transfer.toSite()))
                .toList());
    }

    private void receiveLine(Transfer transfer, TransferLine sent, TransferReceipt receipt) {
        var quantity = receipt.quantities().get(sent.sku());
        sent.receive(quantity);
        if (items.change(sent.sku(), transfer.toSite(), quantity) == 0) {
            throw new ConcurrentStockChange(sent.sku());
        }
        ledger.booked(
                new Booking(null, sent.sku(), transfer.toSite(), sent.sent(), Kind.TRANSFER, transfer.note()),
                transfer.name());
        if (quantity < sent.sent()) {
            ledger.booked(
                    new Booking(
                            null, sent.sku(), transfer.toSite(), quantity - sent.sent(), Kind.LOSS, receipt.reason()),
                    transfer.name());
        }
    }
}
