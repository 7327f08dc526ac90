package io.ordertrail.intake.order;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where in the rows of an order a fault is.
 *
 * @param row its place among the rows of the order
 */
record FaultPlace(int row, Optional<OrderField> field) {

    private static final Pattern LINE = Pattern.compile("/lines/(\\d+)/(\\w+)");

    static FaultPlace of(String pointer, int rows) {
        var line = LINE.matcher(pointer);
        return line.matches()
                ? new FaultPlace(Math.min(Integer.parseInt(line.group(1)), rows - 1), field(line.group(2)))
                : new FaultPlace(0, field(pointer.replaceFirst("^/", "")));
    }

    private static Optional<OrderField> field(String pointer) {
        return Stream.of(OrderField.values())
                .filter(field -> field.pointer().equals(pointer))
                .findFirst();
    }
}
