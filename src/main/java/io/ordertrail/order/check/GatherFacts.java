package io.ordertrail.order.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.order.book.Percent;

/** Gathers what the rules decide on, as it is now. */
@Service
@Transactional(readOnly = true)
public class GatherFacts {

    private final CustomerHistory otherOrders;
    private final Customers customers;
    private final AddressParts addressParts;

    GatherFacts(CustomerHistory otherOrders, Customers customers, AddressParts addressParts) {
        this.otherOrders = otherOrders;
        this.customers = customers;
        this.addressParts = addressParts;
    }

    public OrderFacts facts(Order order) {
        var customer = customers.get(order.customer());
        var others = otherOrders.about(order);
        return new OrderFacts(
                order.total().amount(),
                customer.creditLimit().subtract(others.owed()),
                customer.blocked(),
                order.lines().stream()
                        .map(OrderLine::percentOfList)
                        .min(BigDecimal::compareTo)
                        .orElse(Percent.HUNDRED),
                others.sameOrdered(),
                String.join(", ", addressParts.missing(order.shipTo())),
                !others.orderedBefore(),
                largestRatio(order.wanted(), others.quantities()));
    }

    private static BigDecimal largestRatio(Map<String, Integer> wanted, Map<String, List<Integer>> past) {
        return wanted.entrySet().stream()
                .filter(line -> past.containsKey(line.getKey()))
                .map(line -> Percent.of(new BigDecimal(line.getValue()), median(past.get(line.getKey())))
                        .movePointLeft(2))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal median(List<Integer> quantities) {
        var last = quantities.stream().sorted().toList();
        var middle = last.size() / 2;
        return last.size() % 2 == 1
                ? new BigDecimal(last.get(middle))
                : new BigDecimal(last.get(middle - 1) + last.get(middle)).divide(BigDecimal.valueOf(2));
    }
}
