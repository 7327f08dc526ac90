package io.ordertrail.stock.replenishment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockMovement;

/** Books a full or partial goods receipt of a purchase order and allocates the goods to waiting orders. */
@Service
@Transactional
public class ReceivePurchase {

    private final PurchaseOrders purchases;
    private final BookReceipt bookReceipt;
    private final PurchaseProcess process;
    private final Checked checked;
    private final Clock clock;

    ReceivePurchase(
            PurchaseOrders purchases, BookReceipt bookReceipt, PurchaseProcess process, Checked checked, Clock clock) {
        this.purchases = purchases;
        this.bookReceipt = bookReceipt;
        this.process = process;
        this.checked = checked;
        this.clock = clock;
    }

    /**
     * Locks the purchase order first, then the stock, so a receipt sees that the open quantity was closed, and vice
     * versa.
     *
     * @return the movement; the first one where the id was booked for this purchase order before
     * @throws io.ordertrail.stock.ledger.MovementIdTaken where another movement has the id
     */
    public StockMovement receive(PurchaseNumber number, PurchaseReceipt receipt) {
        checked.valid(receipt);
        var purchase = purchases.getLocked(number);
        return bookReceipt.bookedBefore(purchase, receipt).orElseGet(() -> book(purchase, receipt));
    }

    private StockMovement book(PurchaseOrder purchase, PurchaseReceipt receipt) {
        var number = purchase.number();
        if (purchases.receive(number.id(), receipt.quantity()) == 0) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "purchase.refuses.more", purchase.open(), purchase.sku(), number.value());
        }
        var movement = bookReceipt.book(purchase, receipt);
        if (purchases.complete(number.id(), clock.instant()) == 1) {
            process.allReceived(purchase);
        }
        return movement;
    }
}
