package io.ordertrail.api.order;

import java.util.List;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.api.order.OrderView.HoldView;
import io.ordertrail.api.order.OrderView.ShipmentView;
import io.ordertrail.api.order.OrderView.Totals;
import io.ordertrail.api.wire.DecimalStrings;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.platform.access.ProtectedField;
import io.ordertrail.shipment.Parcel;

/** Builds the API view of an order. */
@Service
@Transactional(readOnly = true)
class ShowOrder {

    private final Orders orders;
    private final Customers customers;
    private final ShowParcels showParcels;
    private final AllowedActions allowedActions;
    private final ShowPromise showPromise;

    ShowOrder(
            Orders orders,
            Customers customers,
            ShowParcels showParcels,
            AllowedActions allowedActions,
            ShowPromise showPromise) {
        this.orders = orders;
        this.customers = customers;
        this.showParcels = showParcels;
        this.allowedActions = allowedActions;
        this.showPromise = showPromise;
    }

    public OrderView show(OrderNumber number) {
        return view(orders.get(number), showParcels.of(number));
    }

    /** Shows an order that was entered in this transaction and has no parcels yet. */
    public OrderView entered(OrderNumber number) {
        return view(orders.get(number), List.of());
    }

    private OrderView view(Order order, List<ShipmentView> parcels) {
        return new OrderView(
                order.number().value(),
                order.state(),
                order.stateSince(),
                order.channel(),
                order.externalReference(),
                order.customer(),
                order.currency().getCurrencyCode(),
                order.requestedDelivery(),
                order.partialDelivery(),
                order.priorityFor(customers.get(order.customer())),
                order.note(),
                recipient(order.shipTo()),
                showPromise.lines(order),
                order.holds().stream().map(ShowOrder::hold).toList(),
                parcels,
                new Totals(DecimalStrings.amount(order.total())),
                order.enteredAt(),
                order.enteredBy(),
                allowedActions.on(
                        order, parcels.stream().anyMatch(parcel -> parcel.status() == Parcel.State.IN_TRANSIT)),
                showPromise.delivery(order),
                order.isHistory());
    }

    /** Who may not see the recipient sees the city and the country, as on the page of the order. */
    private static Address recipient(Address shipTo) {
        return ProtectedField.RECIPIENT.isVisibleTo(
                        SecurityContextHolder.getContext().getAuthentication())
                ? shipTo
                : new Address(null, null, null, shipTo.city(), null, shipTo.country(), null, null);
    }

    private static HoldView hold(Hold hold) {
        return new HoldView(
                hold.rule(),
                hold.reason(),
                hold.severity(),
                hold.status(),
                hold.openedAt(),
                hold.closedAt(),
                hold.closedBy());
    }
}
