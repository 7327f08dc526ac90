package io.ordertrail.api.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.shipment.Shipment;

/**
 * An order as other systems see it.
 *
 * @param priority its own or its customer's
 * @param allowedActions what the caller may do to it now: each is the last part of the path of its call
 * @param promisedDelivery when an order that waits for goods can be there, if those come in time; null where nobody can say
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
        LocalDate promisedDelivery) {

    /**
     * @param struck pieces that cannot be had and that the customer does not get any more
     * @param reserved pieces set aside now
     * @param amount for the pieces not struck, after discount
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

    /** @param site that it came from, where the order goes in several parcels. @param pieces per product */
    record ShipmentView(
            String trackingNumber,
            String site,
            String carrier,
            Shipment.Status status,
            Instant shippedAt,
            LocalDate due,
            Instant closedAt,
            Map<String, Integer> pieces) {}

    /** @param net sum of the lines' amounts */
    record Totals(String net) {}
}
