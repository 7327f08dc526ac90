package io.ordertrail.order.check;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.order.book.Percent;

/** What part of an order's total each product category makes. */
@Component
class CategoryShares {

    private final Products products;

    CategoryShares(Products products) {
        this.products = products;
    }

    /** Percent by category; empty when the order costs nothing. */
    Map<String, BigDecimal> of(Order order) {
        var amounts = amounts(order);
        var total = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            return Map.of();
        }
        amounts.replaceAll((category, amount) -> Percent.of(amount, total));
        return amounts;
    }

    private Map<String, BigDecimal> amounts(Order order) {
        var categories = categories(order);
        return order.lines().stream()
                .filter(line -> categories.containsKey(line.sku()))
                .collect(Collectors.toMap(
                        line -> categories.get(line.sku()), OrderLine::amount, BigDecimal::add, TreeMap::new));
    }

    /** Reads products one by one: the transaction has read those of a new order before. */
    private Map<String, String> categories(Order order) {
        return order.lines().stream()
                .map(OrderLine::sku)
                .distinct()
                .flatMap(sku -> products.findById(sku).stream())
                .filter(product -> product.category() != null)
                .collect(Collectors.toMap(Product::sku, Product::category));
    }
}
