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

/** Puts together what a customer can count on: the pieces of each line that are set aside or sent, and the day by which all are there. */
@Component
class ShowPromise {

    private final PickList pickList;
    private final DeliveryPromise promisedDelivery;

    ShowPromise(PickList pickList, DeliveryPromise promisedDelivery) {
        this.pickList = pickList;
        this.promisedDelivery = promisedDelivery;
    }

    List<LineView> lines(Order order) {
        var promised = pickList.promised(order.number());
        var setAside = promised.setAside();
        var sent = promised.sent();
        return IntStream.range(0, order.lines().size())
                .mapToObj(i -> line(order, order.lines().get(i), setAside.getOrDefault(i, 0), sent.getOrDefault(i, 0)))
                .toList();
    }

    private static LineView line(Order order, OrderLine line, int reserved, int shipped) {
        var currency = order.currency();
        return new LineView(
                line.sku(),
                line.name(),
                line.quantity(),
                line.struck(),
                reserved,
                shipped,
                DecimalStrings.price(line.unitPrice(), currency),
                DecimalStrings.price(line.listPrice(), currency),
                DecimalStrings.percent(line.discountPercent()),
                DecimalStrings.amount(new Money(line.amount(), currency)));
    }

    /** Null where nobody can say. */
    LocalDate delivery(Order order) {
        return promisedDelivery.of(order).orElse(null);
    }
}
