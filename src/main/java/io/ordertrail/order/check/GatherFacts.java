package io.ordertrail.order.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.order.book.Percent;

/** Gathers the current facts that the rules decide on. */
@Service
@Transactional(readOnly = true)
public class GatherFacts {

    private final CustomerHistory customerHistory;
    private final Customers customers;
    private final AddressParts addressParts;
    private final CategoryShares categoryShares;
    private final Company company;

    GatherFacts(
            CustomerHistory customerHistory,
            Customers customers,
            AddressParts addressParts,
            CategoryShares categoryShares,
            Company company) {
        this.customerHistory = customerHistory;
        this.customers = customers;
        this.addressParts = addressParts;
        this.categoryShares = categoryShares;
        this.company = company;
    }

    public OrderFacts facts(Order order) {
        var customer = customers.get(order.customer());
        var history = customerHistory.summaryFor(order);
        var entered = order.enteredAt().atZone(company.timeZone());
        return new OrderFacts(
                order.total().amount(),
                customer.creditLimit().subtract(history.owed()),
                customer.blocked(),
                order.lines().stream()
                        .map(OrderLine::percentOfList)
                        .min(BigDecimal::compareTo)
                        .orElse(Percent.HUNDRED),
                customer.discountAllowed(),
                history.sameOrdered(),
                String.join(", ", addressParts.missing(order.shipTo())),
                !history.orderedBefore(),
                largestRatio(order.requiredQuantities(), history.quantities()),
                text(order.shipTo().country()),
                text(order.shipTo().region()),
                order.channel(),
                order.priorityFor(customer).name(),
                categoryShares.of(order),
                daysToDelivery(order, entered.toLocalDate()),
                order.lines().size(),
                entered.getDayOfWeek().name(),
                entered.getHour());
    }

    private static Long daysToDelivery(Order order, LocalDate entered) {
        return order.requestedDelivery() == null ? null : ChronoUnit.DAYS.between(entered, order.requestedDelivery());
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }

    private static BigDecimal largestRatio(Map<String, Integer> quantities, Map<String, List<Integer>> past) {
        return quantities.entrySet().stream()
                .filter(line -> past.containsKey(line.getKey()))
                .map(line -> Percent.of(new BigDecimal(line.getValue()), median(past.get(line.getKey())))
                        .movePointLeft(2))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal median(List<Integer> quantities) {
        var sorted = quantities.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? new BigDecimal(sorted.get(middle))
                : new BigDecimal(sorted.get(middle - 1) + sorted.get(middle)).divide(BigDecimal.valueOf(2));
    }
}
