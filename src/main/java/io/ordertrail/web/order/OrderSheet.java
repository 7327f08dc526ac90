package io.ordertrail.web.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.ordertrail.customer.Customer;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderEvent;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.process.desk.OpenTask;
import io.ordertrail.process.order.ExternalStockWaits;
import io.ordertrail.shipment.CarrierEvent;
import io.ordertrail.shipment.Parcel;
import io.ordertrail.stock.allocation.OpenReservation;

/** All data of an order that the pages show, read in one transaction. */
public record OrderSheet(
        Order order,
        Customer customer,
        List<LineRow> lines,
        List<Hold> holds,
        List<ParcelRow> parcels,
        OrderTimeline timeline,
        List<OpenTask> tasks,
        List<OpenReservation> reservations,
        Map<String, String> names,
        List<ExternalStockWaits.Wait> externalStockWaits) {

    record LineRow(OrderLine line, int reserved, int shipped) {}

    /**
     * A parcel as the pages show it.
     *
     * @param sites where its goods are or were reserved
     * @param quantities units per product, once it has left
     */
    record ParcelRow(
            Parcel parcel, Collection<String> sites, Map<String, Integer> quantities, List<CarrierEvent> events) {

        public boolean inTransit() {
            return parcel.state() == Parcel.State.IN_TRANSIT;
        }
    }

    /** Tells whether the order continues when the external stock system answers. */
    public boolean waitsForExternalStock() {
        return externalStockWaits.stream().anyMatch(wait -> !wait.release());
    }

    public List<OrderEvent> events() {
        return timeline.events();
    }

    public boolean anyCancelled() {
        return lines.stream().anyMatch(row -> row.line().cancelledQuantity() > 0);
    }

    public boolean anyDiscount() {
        return lines.stream().anyMatch(row -> row.line().discountPercent().signum() > 0);
    }

    public int reservedUnits() {
        return reservations.stream().mapToInt(OpenReservation::quantity).sum();
    }

    public boolean canBeCancelled() {
        return order.state().beforeShipping();
    }

    public boolean canBeDelivered() {
        return order.state().underWay() && parcels.stream().anyMatch(ParcelRow::inTransit);
    }

    public boolean canBeReceived() {
        return order.state() == OrderState.DELIVERED;
    }

    public boolean canBeCorrected() {
        return order.state() == OrderState.IN_CORRECTION;
    }

    public boolean canBeReleased(Hold hold) {
        return order.state() == OrderState.IN_REVIEW && hold.open();
    }

    /** Stock losses since the order was last confirmed to the customer; empty when the order has ended. */
    public List<OrderEvent> stockLosses() {
        var since = IntStream.range(0, events().size())
                .filter(i -> events().get(i).toState() == OrderState.CONFIRMED)
                .max()
                .orElse(-1);
        return order.state().ended()
                ? List.of()
                : events().subList(since + 1, events().size()).stream()
                        .filter(event -> event.what().equals("stock-lost"))
                        .toList();
    }

    /** The last event that changed what the order says; null when there is none. */
    public OrderEvent lastChange() {
        return events().stream()
                .filter(OrderEvent::changesFields)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The last decision that a person made about the order; null when there is none. */
    public OrderEvent lastDecision() {
        return events().stream()
                .filter(event -> event.what().startsWith("decided."))
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
