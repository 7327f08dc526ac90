package io.ordertrail.api.order;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.ordertrail.api.order.OrderView.LineView;
import io.ordertrail.api.wire.DecimalStrings;
import io.ordertrail.catalog.Money;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.process.order.DeliveryPromise;
import io.ordertrail.stock.picking.PickList;

/** Builds the reserved and shipped quantities of each order line and the promised delivery day. */
@Component
class ShowPromise {

    private final PickList pickList;
    private final DeliveryPromise deliveryPromise;

    ShowPromise(PickList pickList, DeliveryPromise deliveryPromise) {
        this.pickList = pickList;
        this.deliveryPromise = deliveryPromise;
    }

    List<LineView> lines(Order order) {
        var allocated = pickList.allocatedTo(order.number());
        var reserved = allocated.reservedByLine();
        var shipped = allocated.shippedByLine();
        return IntStream.range(0, order.lines().size())
                .mapToObj(
                        i -> line(order, order.lines().get(i), reserved.getOrDefault(i, 0), shipped.getOrDefault(i, 0)))
                .toList();
    }

    private static LineView line(Order order, OrderLine line, int reserved, int shipped) {
        var currency = order.currency();
        return new LineView(
                line.sku(),
                line.name(),
                line.quantity(),
                line.cancelledQuantity(),
                reserved,
                shipped,
                DecimalStrings.price(line.unitPrice(), currency),
                DecimalStrings.price(line.listPrice(), currency),
                DecimalStrings.percent(line.discountPercent()),
                DecimalStrings.amount(new Money(line.amount(), currency)));
    }

    /** Returns the promised delivery day, or null when it is unknown. */
    LocalDate delivery(Order order) {
        return deliveryPromise.of(order).orElse(null);
    }
}
