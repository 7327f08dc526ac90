package io.ordertrail.demo;

import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.platform.access.Role;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.picking.EnterFoundQuantity;
import io.ordertrail.stock.picking.PickList;

/** What warehouse and shipping do with a demo order. */
@Component
class DemoShipping {

    private final DemoStaff staff;
    private final Orders orders;
    private final PickList pickList;
    private final EnterFoundQuantity enterFoundQuantity;
    private final Parcels parcels;

    DemoShipping(
            DemoStaff staff, Orders orders, PickList pickList, EnterFoundQuantity enterFoundQuantity, Parcels parcels) {
        this.staff = staff;
        this.orders = orders;
        this.pickList = pickList;
        this.enterFoundQuantity = enterFoundQuantity;
        this.parcels = parcels;
    }

    void pick(OrderNumber order) {
        staff.complete(DemoJob.PICKING, order, Map.of());
    }

    /** One unit of the first line is missing. */
    void pickShort(OrderNumber order) {
        var lines = pickList.lines(order);
        lines.forEach(line -> found(line, line.equals(lines.get(0)) ? line.quantity() - 1 : line.quantity()));
        staff.complete(DemoJob.PICKING, order, Map.of());
    }

    private void found(OpenReservation line, int quantity) {
        staff.as(Role.WAREHOUSE, () -> enterFoundQuantity.enter(line.order(), line.id(), quantity));
    }

    void ship(OrderNumber number) {
        var order = orders.get(number);
        var sequence = parcels.shipped(number).size() + 1;
        var carrier = carrierTo(order.shipTo().country());
        staff.complete(
                DemoJob.SHIPPING,
                number,
                Map.of(
                        Variable.CARRIER,
                        carrier,
                        Variable.TRACKING_NUMBER,
                        carrier.replace(" ", "-") + "-" + order.externalReference() + "-" + sequence));
    }

    private static String carrierTo(String country) {
        return switch (country) {
            case "TW" -> "Black Cat";
            case "CN", "HK" -> "SF Express";
            case "US", "CA" -> "UPS";
            case "NL", "BE", "FR" -> "DPD";
            case "DK", "IE" -> "GLS";
            default -> "DHL";
        };
    }
}
