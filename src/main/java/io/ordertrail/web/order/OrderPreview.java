package io.ordertrail.web.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Money;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.web.order.OrderForm.Row;
import io.ordertrail.web.page.FormInput;

/** Calculates the amounts of the lines in the order form before the order is entered. */
@Component
@Transactional(readOnly = true)
class OrderPreview {

    /**
     * The preview of a line.
     *
     * @param product null when no product has this SKU
     * @param available available units at all sites
     * @param amount null while the line's amount cannot be calculated
     */
    record Hint(Product product, int available, Money amount) {}

    record Hints(List<Hint> rows, Money total) {}

    private final Products products;
    private final StockItems items;
    private final Company company;

    OrderPreview(Products products, StockItems items, Company company) {
        this.products = products;
        this.items = items;
        this.company = company;
    }

    Hints of(OrderForm form) {
        var skus = form.rows().stream()
                .map(row -> Blanks.trimmed(row.sku()))
                .filter(sku -> !sku.isEmpty())
                .collect(Collectors.toSet());
        var known = skus.isEmpty() ? Map.<String, Product>of() : products.typed(skus);
        var available = known.isEmpty()
                ? Map.<String, Integer>of()
                : items.levels(known.values().stream().map(Product::sku).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(StockLevel::sku, Collectors.summingInt(StockLevel::available)));
        var hints = form.rows().stream()
                .map(row -> hint(row, known.get(Blanks.trimmed(row.sku())), available))
                .toList();
        var total = hints.stream()
                .filter(hint -> hint.amount() != null)
                .map(Hint::amount)
                .reduce(Money.zero(company.currency()), Money::plus);
        return new Hints(hints, total);
    }

    private static Hint hint(Row row, Product product, Map<String, Integer> available) {
        return product == null
                ? new Hint(null, 0, null)
                : new Hint(product, available.getOrDefault(product.sku(), 0), amount(row, product));
    }

    /** Calculates the amount as the order will. */
    private static Money amount(Row row, Product product) {
        var typed = new FormInput(null);
        var quantity = typed.integer("", row.quantity(), "order.input.quantity");
        var price = typed.decimal("", row.price(), "order.input.price");
        var discount = typed.decimal("", row.discount(), "order.input.discount");
        if (quantity == null || typed.anyUnreadable()) {
            return null;
        }
        var each = price == null
                ? product.listPrice()
                : new Money(price, product.listPrice().currency());
        return each.times(quantity)
                .less(discount == null ? BigDecimal.ZERO : discount)
                .rounded();
    }
}
