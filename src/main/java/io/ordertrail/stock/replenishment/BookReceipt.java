package io.ordertrail.stock.replenishment;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.allocation.BackorderQueue;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.Ledger;
import io.ordertrail.stock.ledger.MovementIdTaken;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;

/** Books the goods of a purchase order into stock and allocates them to waiting orders at once. */
@Component
class BookReceipt {

    private final StockItems items;
    private final StockMovements movements;
    private final Ledger ledger;
    private final BackorderQueue backorderQueue;

    BookReceipt(StockItems items, StockMovements movements, Ledger ledger, BackorderQueue backorderQueue) {
        this.items = items;
        this.movements = movements;
        this.ledger = ledger;
        this.backorderQueue = backorderQueue;
    }

    /**
     * Finds the movement that was booked for the same id.
     *
     * @throws Refusal where the id was booked for anything but this purchase order
     * @throws MovementIdTaken where the id was booked for another quantity or with another reason
     */
    Optional<StockMovement> bookedBefore(PurchaseOrder purchase, PurchaseReceipt receipt) {
        var before = Optional.ofNullable(receipt.id()).flatMap(movements::findByExternalId);
        before.filter(movement -> !purchase.number().equals(movement.purchase()))
                .ifPresent(other -> {
                    throw new Refusal(Refusal.Kind.CONFLICT, "purchase.refuses.id", other.externalId());
                });
        return before.map(first -> MovementIdTaken.requireSame(first, booking(purchase, receipt), purchase.number()));
    }

    /** Locks the stock. */
    StockMovement book(PurchaseOrder purchase, PurchaseReceipt receipt) {
        items.lock(List.of(purchase.sku()));
        if (items.receiveIncoming(purchase.sku(), purchase.site(), receipt.quantity()) == 0) {
            throw new ConcurrentStockChange(purchase.sku());
        }
        var movement = ledger.purchased(purchase.number(), booking(purchase, receipt));
        backorderQueue.serve(List.of(new StockItem.Key(purchase.sku(), purchase.site())));
        return movement;
    }

    private static Booking booking(PurchaseOrder purchase, PurchaseReceipt receipt) {
        return new Booking(
                receipt.id(), purchase.sku(), purchase.site(), receipt.quantity(), Kind.RECEIPT, receipt.reason());
    }
}
