package io.ordertrail.stock.booking;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.MovementIdTaken;
import io.ordertrail.stock.ledger.StockInput;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovements;

/**
 * Books goods that come or go. Receipts are allocated to waiting orders; a loss is booked even when it affects reserved
 * goods.
 */
@Service
@Transactional
public class BookStock {

    private final StockItems items;
    private final StockMovements movements;
    private final ChangeOnHand onHand;
    private final StockInput input;

    BookStock(StockItems items, StockMovements movements, ChangeOnHand onHand, StockInput input) {
        this.items = items;
        this.movements = movements;
        this.onHand = onHand;
        this.input = input;
    }

    /**
     * Returns the movement, or the first one when the id was booked before.
     *
     * @throws MovementIdTaken when another movement has the id
     */
    public StockMovement book(Booking booking) {
        return bookOnce(booking).movement();
    }

    /** Does the same, and tells whether the id was booked before. */
    public Booked bookOnce(Booking typed) {
        var booking = input.named(typed);
        Checked.refuseIfAny(input.faults(booking));
        var before = booking.id() == null
                ? null
                : movements.findByExternalId(booking.id()).orElse(null);
        if (before != null) {
            return new Booked(MovementIdTaken.requireSame(before, booking), true);
        }
        items.ensureExists(booking.sku(), booking.site());
        onHand.lock(List.of(booking));
        return new Booked(onHand.change(List.of(booking), null).movements().get(0), false);
    }

    /** Saves the bin, whatever it was. */
    public void saveBin(String sku, String site, String bin) {
        saveBin(sku, site, bin, ExpectedVersion.ANY);
    }

    /**
     * Saves the bin of a product at a site; a product that is new there starts with nothing on hand.
     *
     * @param bin null leaves it as it is
     * @param expected the version of bin and reorder level from which the change starts
     * @throws io.ordertrail.refusal.StaleVersion when somebody else changed them meanwhile
     */
    public void saveBin(String sku, String site, String bin, ExpectedVersion expected) {
        items.ensureExists(sku, site);
        items.countSettings(sku, site);
        expected.refuseOther(items.settingsVersion(sku, site).orElseThrow() - 1);
        if (bin != null) {
            items.moveToBin(sku, site, bin);
        }
    }
}
