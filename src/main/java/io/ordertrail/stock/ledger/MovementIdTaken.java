package io.ordertrail.stock.ledger;

import io.ordertrail.refusal.Refusal;

/** The id of the booking belongs to a movement with other content. */
public class MovementIdTaken extends Refusal {

    private final transient StockMovement first;

    private MovementIdTaken(StockMovement first) {
        super(
                Kind.CONFLICT,
                "stock.id-taken",
                first.externalId(),
                String.valueOf(first.onHandChange()),
                first.sku(),
                first.site());
        this.first = first;
    }

    /**
     * Returns the movement when it is what the booking asks for.
     *
     * @throws MovementIdTaken when it is not
     */
    public static StockMovement requireSame(StockMovement first, Booking booking) {
        return requireSame(first, booking, null);
    }

    /**
     * Returns the movement when it is what the booking asks for as a receipt of a purchase order.
     *
     * @throws MovementIdTaken when it is not
     */
    public static StockMovement requireSame(StockMovement first, Booking booking, PurchaseNumber purchase) {
        if (!first.isOf(booking, purchase)) {
            throw new MovementIdTaken(first);
        }
        return first;
    }

    /** The movement that has the id. */
    public StockMovement first() {
        return first;
    }
}
