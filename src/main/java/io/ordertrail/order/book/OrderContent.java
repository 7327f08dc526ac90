package io.ordertrail.order.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import io.ordertrail.change.Snapshot;
import io.ordertrail.customer.Priority;

/** What people can change of an order, at one moment. */
record OrderContent(
        LocalDate requestedDelivery,
        boolean partialDelivery,
        Priority priority,
        String note,
        BigDecimal total,
        Map<String, Record> parts) {

    /** The part that holds the address. */
    static final String SHIP_TO = "shipTo";

    private record Line(
            int quantity,
            int cancelledQuantity,
            BigDecimal unitPrice,
            BigDecimal listPrice,
            BigDecimal discountPercent,
            BigDecimal amount) {}

    static Snapshot of(Order order) {
        var parts = new LinkedHashMap<String, Record>();
        order.lines().forEach(line -> parts.put(place(line.sku(), parts), content(line)));
        parts.put(SHIP_TO, order.shipTo());
        return Snapshot.of(new OrderContent(
                order.requestedDelivery(),
                order.partialDelivery(),
                order.priority(),
                order.note(),
                order.total().amount(),
                parts));
    }

    /** A line is found again by its SKU; further lines of the same product are counted. */
    private static String place(String sku, Map<String, Record> taken) {
        var place = sku;
        for (int i = 2; taken.containsKey(place); i++) {
            place = sku + " (" + i + ")";
        }
        return place;
    }

    private static Line content(OrderLine line) {
        return new Line(
                line.quantity(),
                line.cancelledQuantity(),
                line.unitPrice(),
                line.listPrice(),
                line.discountPercent(),
                line.amount());
    }
}
