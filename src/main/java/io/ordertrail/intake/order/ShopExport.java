package io.ordertrail.intake.order;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of shop systems whose names of columns would be misread: what Shopify calls Name is the number of the order. */
enum ShopExport {
    SHOPIFY(
            List.of("name", "lineitem sku", "lineitem quantity"),
            Map.of(OrderField.REFERENCE, "name", OrderField.SKU, "lineitem sku", OrderField.CUSTOMER, "email")),
    WOOCOMMERCE(
            List.of("order number", "customer id", "item sku"),
            Map.of(OrderField.REFERENCE, "order number", OrderField.SKU, "item sku")),
    AMAZON(
            List.of("order id", "quantity purchased", "recipient name"),
            Map.of(OrderField.REFERENCE, "order id", OrderField.CUSTOMER, "buyer email"));

    private final List<String> marks;
    private final Map<OrderField, String> fields;

    ShopExport(List<String> marks, Map<OrderField, String> fields) {
        this.marks = marks;
        this.fields = fields;
    }

    static Optional<ShopExport> of(List<String> header) {
        var plain = plain(header);
        return Stream.of(values()).filter(shop -> plain.containsAll(shop.marks)).findFirst();
    }

    Map<OrderField, Integer> columns(List<String> header) {
        var plain = plain(header);
        var columns = new EnumMap<OrderField, Integer>(OrderField.class);
        fields.forEach((field, name) -> {
            if (plain.contains(name)) {
                columns.put(field, plain.indexOf(name));
            }
        });
        return columns;
    }

    private static List<String> plain(List<String> header) {
        return header.stream().map(OrderField::plain).toList();
    }
}
