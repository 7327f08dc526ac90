package io.ordertrail.intake.order;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.PartnerNumbers;
import io.ordertrail.order.book.NewOrder;

/** Puts our numbers where the orders of a file have those of its source. */
@Component
class OurNumbers {

    private final PartnerNumbers numbers;

    OurNumbers(PartnerNumbers numbers) {
        this.numbers = numbers;
    }

    List<FileOrder> in(List<FileOrder> orders, String source) {
        var sources = List.of(source);
        var customers = numbers.ours(
                Kind.PARTY, sources, read(orders).map(NewOrder::customer).toList());
        var articles = numbers.ours(
                Kind.ARTICLE,
                sources,
                read(orders)
                        .flatMap(order -> order.lines().stream())
                        .map(NewOrder.Line::sku)
                        .toList());
        return customers.isEmpty() && articles.isEmpty()
                ? orders
                : orders.stream()
                        .map(order -> order.order() == null
                                ? order
                                : order.with(translated(order.order(), customers, articles)))
                        .toList();
    }

    private static Stream<NewOrder> read(List<FileOrder> orders) {
        return orders.stream().map(FileOrder::order).filter(Objects::nonNull);
    }

    private static NewOrder translated(NewOrder order, Map<String, String> customers, Map<String, String> articles) {
        return new NewOrder(
                order.channel(),
                order.externalReference(),
                customers.getOrDefault(order.customer(), order.customer()),
                order.currency(),
                order.requestedDelivery(),
                order.partialDelivery(),
                order.note(),
                order.shipTo(),
                order.lines().stream()
                        .map(line -> new NewOrder.Line(
                                articles.getOrDefault(line.sku(), line.sku()),
                                line.quantity(),
                                line.unitPrice(),
                                line.discountPercent()))
                        .toList(),
                order.priority());
    }
}
