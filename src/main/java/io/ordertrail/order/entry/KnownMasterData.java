package io.ordertrail.order.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ordertrail.actor.Stamp;
import io.ordertrail.catalog.Product;
import io.ordertrail.customer.Customer;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;

/**
 * What is known of the customers, products and references that some orders name.
 *
 * @param currency of the company
 * @param customers by their numbers as they were entered, in any case
 * @param products by their SKUs as they were entered, in any case
 * @param references of earlier orders
 */
record KnownMasterData(
        Currency currency,
        Map<String, Customer> customers,
        Map<String, Product> products,
        Map<Reference, OrderNumber> references) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The number that a channel gives its order. */
    record Reference(String channel, String number) {

        static Reference of(NewOrder order) {
            return new Reference(
                    order.channel() == null ? Order.DEFAULT_CHANNEL : order.channel(), order.externalReference());
        }
    }

    /**
     * Builds an order with its lines.
     *
     * @param entered well-formed input
     * @throws InvalidInput with every fault that only a query finds
     * @throws DuplicateReference when the channel used this reference before
     */
    Order order(OrderNumber number, NewOrder entered, Stamp stamp) {
        var lines = lines(entered);
        refuseTwice(entered);
        return new Order(number, numbered(entered), currency, lines, stamp);
    }

    /**
     * Builds an order of the past. Its products may be off sale today.
     *
     * @throws InvalidInput with every fault that only a query finds
     * @throws DuplicateReference when the channel used this reference before
     */
    Order ofThePast(OrderNumber number, NewOrder entered, Stamp stamp) {
        var lines = pastLines(entered);
        refuseTwice(entered);
        return Order.ofThePast(number, numbered(entered), currency, lines, stamp);
    }

    private NewOrder numbered(NewOrder entered) {
        return entered.by(customers.get(entered.customer()).number());
    }

    private void refuseTwice(NewOrder entered) {
        var first = references.get(Reference.of(entered));
        if (first != null) {
            throw new DuplicateReference(entered.externalReference(), first);
        }
    }

    List<OrderLine> lines(NewOrder entered) {
        return corrected(entered, List.of());
    }

    List<OrderLine> pastLines(NewOrder entered) {
        Checked.refuseIfAny(faults(entered, Set.of(), product -> true));
        return fitting(entered.lines().stream().map(this::built).toList());
    }

    /**
     * Builds the lines of a correction. Lines that it leaves as they were keep their name, prices and list price, also
     * when their product is no longer sold.
     *
     * @param before the lines of the order that is corrected
     */
    List<OrderLine> corrected(NewOrder entered, List<OrderLine> before) {
        var kept = kept(entered, before);
        Checked.refuseIfAny(faults(entered, kept.keySet(), Product::active));
        return fitting(IntStream.range(0, entered.lines().size())
                .mapToObj(i -> kept.containsKey(i)
                        ? kept.get(i)
                        : built(entered.lines().get(i)))
                .toList());
    }

    private OrderLine built(NewOrder.Line line) {
        return new OrderLine(products.get(line.sku()), line);
    }

    /** Each former line is kept once. */
    private Map<Integer, OrderLine> kept(NewOrder entered, List<OrderLine> before) {
        var left = new ArrayList<>(before);
        var kept = new HashMap<Integer, OrderLine>();
        for (int i = 0; i < entered.lines().size(); i++) {
            var corrected = entered.lines().get(i);
            var same = left.stream()
                    .filter(line -> line.isUnchangedBy(corrected))
                    .findFirst()
                    .orElse(null);
            if (same != null) {
                left.remove(same);
                kept.put(i, same.kept(currency));
            }
        }
        return kept;
    }

    /** Amounts fit line by line, but their sum may not. */
    private static List<OrderLine> fitting(List<OrderLine> lines) {
        var total = lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(Order.MAX_TOTAL) > 0) {
            Checked.refuseIfAny(List.of(new Fault("/lines", Sentence.of("order.input.total"))));
        }
        return lines;
    }

    private List<Fault> faults(NewOrder order, Set<Integer> kept, Predicate<Product> sold) {
        var faults = new ArrayList<Fault>();
        if (!customers.containsKey(order.customer())) {
            faults.add(new Fault("/customer", Sentence.of("customer.unknown", order.customer())));
        }
        if (order.currency() != null && !order.currency().equals(currency.getCurrencyCode())) {
            faults.add(new Fault(
                    "/currency", Sentence.of("order.input.currency", order.currency(), currency.getCurrencyCode())));
        }
        if (order.shipTo().country() == null
                || !COUNTRIES.contains(order.shipTo().country())) {
            faults.add(new Fault("/shipTo/country", Sentence.of("input.country")));
        }
        IntStream.range(0, order.lines().size())
                .filter(i -> !kept.contains(i))
                .boxed()
                .flatMap(i -> fault(order.lines().get(i).sku(), "/lines/" + i + "/sku", sold))
                .forEach(faults::add);
        return faults;
    }

    private Stream<Fault> fault(String sku, String pointer, Predicate<Product> sold) {
        var product = products.get(sku);
        return product != null && sold.test(product)
                ? Stream.empty()
                : Stream.of(
                        new Fault(pointer, Sentence.of(product == null ? "product.unknown" : "product.inactive", sku)));
    }
}
