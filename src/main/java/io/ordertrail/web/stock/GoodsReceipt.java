package io.ordertrail.web.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.stock.replenishment.PurchaseReceipt;
import io.ordertrail.stock.replenishment.ReceivePurchase;

/** Books received goods, with or without a purchase order. */
@Component
class GoodsReceipt {

    private final BookStock bookStock;
    private final ReceivePurchase receivePurchase;
    private final PurchaseOrders purchases;

    GoodsReceipt(BookStock bookStock, ReceivePurchase receivePurchase, PurchaseOrders purchases) {
        this.bookStock = bookStock;
        this.receivePurchase = receivePurchase;
        this.purchases = purchases;
    }

    /** The purchase orders of the product at the site that have an open quantity. */
    List<PurchaseOrder> open(String sku, String site) {
        return purchases.open(Blanks.trimmed(sku), site);
    }

    /** The one of them that was ordered first. */
    Optional<PurchaseOrder> oldest(String sku, String site) {
        return open(sku, site).stream().min(Comparator.comparing(PurchaseOrder::decidedAt));
    }

    StockMovement book(Booking booking, String number) {
        if (number.isBlank()) {
            return bookStock.book(booking);
        }
        var purchase = purchases.get(PurchaseNumber.get(number));
        if (!purchase.sku().equals(booking.sku()) || !purchase.site().equals(booking.site())) {
            throw new InvalidInput(List.of(new Fault(
                    "/purchase",
                    Sentence.of(
                            "purchase.refuses.goods", purchase.number().value(), purchase.sku(), purchase.site()))));
        }
        return receivePurchase.receive(
                purchase.number(), new PurchaseReceipt(booking.id(), booking.quantity(), booking.reason()));
    }
}
