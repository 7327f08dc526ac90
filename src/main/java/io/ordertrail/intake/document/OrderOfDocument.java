package io.ordertrail.intake.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.PartnerNumbers;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;

/** Finds whom and what a document means: customers and products by the partner's numbers or by ours. */
@Component
class OrderOfDocument {

    private final Customers customers;
    private final Products products;
    private final PartnerNumbers numbers;

    OrderOfDocument(Customers customers, Products products, PartnerNumbers numbers) {
        this.customers = customers;
        this.products = products;
        this.numbers = numbers;
    }

    /**
     * The order of a document.
     *
     * @throws io.ordertrail.refusal.InvalidInput with everything that the document lacks
     */
    NewOrder of(OrderDocument document, Customer customer) {
        var known = known(document, customer);
        var faults = new ArrayList<Fault>();
        var lines = new ArrayList<NewOrder.Line>();
        for (int i = 0; i < document.lines().size(); i++) {
            lines.add(line(document.lines().get(i), "/lines/" + i, known, faults));
        }
        Checked.refuseIfAny(faults);
        return new NewOrder(
                document.standard().channel(),
                reference(document, customer),
                customer.number(),
                document.currency(),
                document.requestedDelivery(),
                true,
                document.note(),
                document.shipTo() == null ? customer.address() : document.shipTo(),
                lines);
    }

    /** Products by the numbers of the document. What a partner is known to call so comes before our own SKUs. */
    private Map<String, Product> known(OrderDocument document, Customer customer) {
        var articles = document.lines().stream()
                .flatMap(line -> line.articles().stream())
                .collect(Collectors.toSet());
        var ours = numbers.ours(
                Kind.ARTICLE, List.of(customer.number(), document.standard().channel()), articles);
        var skus = products.typed(articles.stream()
                .map(article -> ours.getOrDefault(article, article))
                .collect(Collectors.toSet()));
        var known = new HashMap<String, Product>();
        articles.forEach(article -> {
            var product = skus.get(ours.getOrDefault(article, article));
            if (product != null) {
                known.put(article, product);
            }
        });
        return known;
    }

    /** The customer that a document names by a number that is stored for its partner, or by ours. */
    Customer customer(OrderDocument document) {
        var codes = document.buyer().codes();
        var ours = numbers.ours(Kind.PARTY, List.of(document.standard().channel()), codes);
        return codes.stream()
                .map(code -> ours.getOrDefault(code, code))
                .flatMap(code -> customers.typed(code).stream())
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(
                        "customer", listed(document.buyer().codes())));
    }

    /** Numbers of partners are their own, so two partners may have the same. */
    static String reference(OrderDocument document, Customer customer) {
        return customer.number() + "/" + document.number();
    }

    private static NewOrder.Line line(
            OrderDocument.Line line, String pointer, Map<String, Product> known, List<Fault> faults) {
        var product = line.articles().stream()
                .filter(known::containsKey)
                .map(known::get)
                .findFirst()
                .orElse(null);
        if (product == null) {
            faults.add(new Fault(
                    pointer + "/sku", Sentence.of("document.lacks.product", line.id(), listed(line.articles()))));
        }
        if (!isWhole(line.quantity())) {
            faults.add(new Fault(
                    pointer + "/quantity",
                    Sentence.of(
                            "document.lacks.quantity",
                            line.id(),
                            line.quantity() == null ? "–" : line.quantity().toPlainString())));
        }
        return product == null || !isWhole(line.quantity())
                ? null
                : new NewOrder.Line(product.sku(), line.quantity().intValueExact(), price(line), null);
    }

    private static BigDecimal price(OrderDocument.Line line) {
        return line.price() == null ? null : line.price().stripTrailingZeros();
    }

    private static boolean isWhole(BigDecimal quantity) {
        return quantity != null
                && quantity.signum() > 0
                && quantity.stripTrailingZeros().scale() <= 0
                && quantity.compareTo(BigDecimal.valueOf(NewOrder.Line.MAX_QUANTITY)) <= 0;
    }

    private static String listed(Collection<String> codes) {
        return codes.isEmpty() ? "–" : String.join(", ", codes);
    }
}
