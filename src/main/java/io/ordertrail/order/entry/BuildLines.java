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

/** Builds the lines of an order from its input, or reports all faults of the input together. */
@Component
class BuildLines {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final TransactionBound<Map<String, Product>> preloaded = new TransactionBound<>();
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

    /** Loads the products of several orders with one query, for the rest of the transaction. */
    void preload(List<NewOrder> orders) {
        preloaded.set(load(skus(orders.stream())));
    }

    /**
     * Checks the input without a query.
     *
     * @throws InvalidInput with every fault that it finds
     */
    NewOrder wellFormed(NewOrder order) {
        return checked.valid(order);
    }

    /**
     * Builds the lines.
     *
     * @param order well-formed input
     * @throws InvalidInput with every fault that only a query finds
     */
    List<OrderLine> lines(NewOrder order) {
        var skus = skus(Stream.of(order));
        var known =
                preloaded.get() != null && preloaded.get().keySet().containsAll(skus) ? preloaded.get() : load(skus);
        Checked.refuseIfAny(faults(order, known));
        return order.lines().stream()
                .map(line -> new OrderLine(known.get(line.sku()), line))
                .toList();
    }

    /** Builds an order with its lines. */
    Order order(OrderNumber number, NewOrder entered, Stamp stamp) {
        return new Order(number, entered, company.currency(), lines(entered), stamp);
    }

    private Map<String, Product> load(Set<String> skus) {
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
