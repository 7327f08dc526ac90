package io.ordertrail.stock.replenishment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockMovement;

/** Books what has come of a purchase, also in part, and hands it to those who wait. */
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
     * The purchase is locked first, then the stock: a receipt finds whether the rest was closed, and the other way round.
     *
     * @return the movement; the first one where the id was booked for this purchase before
     */
    public StockMovement receive(PurchaseNumber number, PurchaseReceipt receipt) {
        checked.valid(receipt);
        var purchase = purchases.getLocked(number);
        return bookReceipt.bookedBefore(number, receipt).orElseGet(() -> book(purchase, receipt));
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
