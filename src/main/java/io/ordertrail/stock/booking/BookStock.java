package io.ordertrail.stock.booking;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockInput;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovements;

/** Books goods that come or go. What comes is handed to those who wait; a loss that cuts into promises is booked all the same. */
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

    /** @return the movement; the first one where the id was booked before */
    public StockMovement book(Booking booking) {
        return bookOnce(booking).movement();
    }

    /** The same, and whether it was booked before. */
    public Booked bookOnce(Booking booking) {
        Checked.refuseIfAny(input.faults(booking));
        var before = booking.id() == null
                ? null
                : movements.findByExternalId(booking.id()).orElse(null);
        if (before != null) {
            return new Booked(before, true);
        }
        items.keepPlace(booking.sku(), booking.site());
        onHand.lock(List.of(booking));
        return new Booked(onHand.change(List.of(booking), null).movements().get(0), false);
    }

    /** The place of a product at a site; a product that was never there gets it with nothing on it. */
    public void keepShelf(String sku, String site, String shelf) {
        items.keepPlace(sku, site);
        if (shelf != null) {
            items.moveTo(sku, site, shelf);
        }
    }
}
