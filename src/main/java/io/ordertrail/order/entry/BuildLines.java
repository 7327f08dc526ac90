package io.ordertrail.order.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Stamp;
import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.TransactionBound;

/** Makes the lines of an order out of what was handed in, or says everything that is wrong with it at once. */
@Component
class BuildLines {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final TransactionBound<Map<String, Product>> ahead = new TransactionBound<>();
    private final Checked checked;
    private final Company company;
    private final Customers customers;
    private final Products products;

    BuildLines(Checked checked, Company company, Customers customers, Products products) {
        this.checked = checked;
        this.company = company;
        this.customers = customers;
        this.products = products;
    }

    /** Asks at once for the products of what is handed in together. */
    void lookUp(List<NewOrder> orders) {
        ahead.set(find(skus(orders.stream())));
    }

    /** @throws InvalidInput with every fault that nobody needs to be asked about */
    NewOrder wellFormed(NewOrder order) {
        return checked.valid(order);
    }

    /** @param order well-formed. @throws InvalidInput with every other fault */
    List<OrderLine> lines(NewOrder order) {
        var skus = skus(Stream.of(order));
        var known = ahead.get() != null && ahead.get().keySet().containsAll(skus) ? ahead.get() : find(skus);
        Checked.refuseIfAny(faults(order, known));
        return order.lines().stream()
                .map(line -> new OrderLine(known.get(line.sku()), line))
                .toList();
    }

    /** The same, and the order that they make up. */
    Order order(OrderNumber number, NewOrder entered, Stamp stamp) {
        return new Order(number, entered, company.currency(), lines(entered), stamp);
    }

    private Map<String, Product> find(Set<String> skus) {
        return products.findBySkuIn(skus).stream().collect(Collectors.toMap(Product::sku, product -> product));
    }

    private static Set<String> skus(Stream<NewOrder> orders) {
        return orders.flatMap(order -> order.lines().stream())
                .map(NewOrder.Line::sku)
                .collect(Collectors.toSet());
    }

    private List<Fault> faults(NewOrder order, Map<String, Product> known) {
        var faults = new ArrayList<Fault>();
        if (customers.findById(order.customer()).isEmpty()) {
            faults.add(new Fault("/customer", Sentence.of("customer.unknown", order.customer())));
        }
        if (order.currency() != null
                && !order.currency().equals(company.currency().getCurrencyCode())) {
            faults.add(new Fault(
                    "/currency",
                    Sentence.of(
                            "order.input.currency",
                            order.currency(),
                            company.currency().getCurrencyCode())));
        }
        if (order.shipTo().country() == null
                || !COUNTRIES.contains(order.shipTo().country())) {
            faults.add(new Fault("/shipTo/country", Sentence.of("input.country")));
        }
        for (int i = 0; i < order.lines().size(); i++) {
            var sku = order.lines().get(i).sku();
            if (!known.containsKey(sku) || !known.get(sku).active()) {
                faults.add(new Fault(
                        "/lines/" + i + "/sku",
                        Sentence.of(known.containsKey(sku) ? "product.inactive" : "product.unknown", sku)));
            }
        }
        return faults;
    }
}
