package io.ordertrail.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Customers;

/** Gathers what the rules decide on, as it is now. */
@Service
@Transactional(readOnly = true)
public class FactsOf {

  private static final Duration DUPLICATE_WITHIN = Duration.ofDays(1);
  /** How many of a customer's last orders of a product make up its usual quantity. */
  private static final int HISTORY = 10;

  private final Orders orders;
  private final Customers customers;
  private final AddressParts addressParts;

  FactsOf(Orders orders, Customers customers, AddressParts addressParts) {
    this.orders = orders;
    this.customers = customers;
    this.addressParts = addressParts;
  }

  public OrderFacts facts(Order order) {
    var customer = customers.get(order.customer());
    var others = orders.othersOf(order.customer(), order.content(), order.enteredAt().minus(DUPLICATE_WITHIN), order.number());
    return new OrderFacts(
        order.total().amount(),
        customer.creditLimit().subtract(others.getOwed()),
        customer.blocked(),
        order.lines().stream().map(OrderLine::percentOfList).min(BigDecimal::compareTo).orElse(Percent.HUNDRED),
        others.getSameOrdered(),
        String.join(", ", addressParts.missing(order.shipTo())),
        !others.getOrderedBefore(),
        largestRatio(order));
  }

  private BigDecimal largestRatio(Order order) {
    var wanted = order.wanted();
    var past = orders.pastLines(order.customer(), wanted.keySet(), order.number(), Limit.of(HISTORY * wanted.size() * 5)).stream()
        .collect(Collectors.groupingBy(Orders.PastLine::getSku, Collectors.mapping(Orders.PastLine::getQuantity, Collectors.toList())));
    return past.entrySet().stream().map(line -> ratio(wanted, line)).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
  }

  private static BigDecimal ratio(Map<String, Integer> wanted, Map.Entry<String, List<Integer>> past) {
    return Percent.of(new BigDecimal(wanted.get(past.getKey())), median(past.getValue())).movePointLeft(2);
  }

  private static BigDecimal median(List<Integer> quantities) {
    var last = quantities.stream().limit(HISTORY).sorted().toList();
    var middle = last.size() / 2;
    return last.size() % 2 == 1 ? new BigDecimal(last.get(middle))
        : new BigDecimal(last.get(middle - 1) + last.get(middle)).divide(BigDecimal.valueOf(2));
  }
}
