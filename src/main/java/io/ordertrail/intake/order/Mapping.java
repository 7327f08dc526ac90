package io.ordertrail.intake.order;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which column of a file holds which field of an order.
 *
 * @param columns their places, beginning with 0
 */
public record Mapping(Map<OrderField, Integer> columns) {

    private static final List<OrderField> REQUIRED =
            List.of(OrderField.REFERENCE, OrderField.CUSTOMER, OrderField.SKU, OrderField.QUANTITY);

    public Mapping {
        columns = Map.copyOf(columns);
    }

    /** Guesses by the names of the columns; the first column that can hold a field does. */
    public static Mapping guess(List<String> header) {
        var columns = new EnumMap<OrderField, Integer>(OrderField.class);
        ShopExport.of(header).ifPresent(shop -> columns.putAll(shop.columns(header)));
        IntStream.range(0, header.size())
                .filter(column -> !columns.containsValue(column))
                .forEach(column -> Stream.of(OrderField.values())
                        .filter(field -> field.isCalled(header.get(column)))
                        .findFirst()
                        .ifPresent(field -> columns.putIfAbsent(field, column)));
        return new Mapping(columns);
    }

    public Optional<Integer> column(OrderField field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** The field that a column holds; empty when it is ignored. */
    public Optional<OrderField> field(int place) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue() == place)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The fields without which no row is an order and that no column holds. */
    public List<OrderField> missing() {
        return REQUIRED.stream().filter(field -> !columns.containsKey(field)).toList();
    }

    /** The columns that hold nothing that an order needs. */
    public List<String> ignored(List<String> header) {
        return IntStream.range(0, header.size())
                .filter(column -> !columns.containsValue(column))
                .mapToObj(header::get)
                .toList();
    }
}
