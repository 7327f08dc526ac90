package io.ordertrail.api.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.shipment.Parcel;

/**
 * An order as external systems see it.
 *
 * @param priority the order's own priority, else its customer's
 * @param allowedActions actions that the caller may take now: each is the last part of the path of its call
 * @param promisedDelivery day by which a backordered order can be delivered if its goods arrive as expected; null when
 *     unknown
 * @param history whether it had ended before it came here; nothing is known of its shipment then
 */
record OrderView(
        String number,
        OrderState state,
        Instant stateSince,
        String channel,
        String externalReference,
        String customer,
        String currency,
        LocalDate requestedDelivery,
        boolean partialDelivery,
        Priority priority,
        String note,
        Address shipTo,
        List<LineView> lines,
        List<HoldView> holds,
        List<ShipmentView> shipments,
        Totals totals,
        Instant enteredAt,
        String enteredBy,
        List<String> allowedActions,
        LocalDate promisedDelivery,
        boolean history) {

    /**
     * An order line; all quantities are in units.
     *
     * @param struck cancelled quantity
     * @param reserved quantity that is reserved now
     * @param amount for the quantity that is not cancelled, after discount
     */
    record LineView(
            String sku,
            String name,
            int ordered,
            int struck,
            int reserved,
            int shipped,
            String unitPrice,
            String listPrice,
            String discountPercent,
            String amount) {}

    record HoldView(
            String rule,
            String reason,
            String severity,
            Hold.Status status,
            Instant openedAt,
            Instant closedAt,
            String closedBy) {}

    /**
     * A parcel.
     *
     * @param parcel its number
     * @param site from which it was shipped; null when its goods came from two sites
     * @param pieces quantity in units by SKU
     */
    record ShipmentView(
            String parcel,
            String trackingNumber,
            String site,
            String carrier,
            Parcel.State status,
            Instant shippedAt,
            LocalDate due,
            Instant closedAt,
            Map<String, Integer> pieces) {}

    /**
     * The totals of an order.
     *
     * @param net sum of the line amounts
     */
    record Totals(String net) {}
}
