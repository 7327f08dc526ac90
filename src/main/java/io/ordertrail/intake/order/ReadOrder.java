package io.ordertrail.intake.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.ordertrail.customer.Address;
import io.ordertrail.intake.file.Row;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.refusal.Sentence;

/** Reads the rows of one order. What cannot be read is a fault of its cell; what the rules refuse is found later. */
final class ReadOrder {

    private static final Set<OrderField> FIRST_COUNTS = Set.of(OrderField.NOTE, OrderField.ORDER_DATE);
    private static final Pattern FLOAT_CODE = Pattern.compile("\\d+\\.0");

    private final FileLayout layout;
    private final List<Row> rows;
    private final List<RowFault> faults = new ArrayList<>();

    private ReadOrder(FileLayout layout, List<Row> rows) {
        this.layout = layout;
        this.rows = rows;
    }

    static FileOrder of(FileLayout layout, List<Row> rows) {
        return new ReadOrder(layout, rows).read();
    }

    private FileOrder read() {
        rows.forEach(row -> layout.ragged(row).ifPresent(faults::add));
        var reference = layout.text(rows.get(0), OrderField.REFERENCE);
        if (reference.isEmpty()) {
            fault(rows.get(0), OrderField.REFERENCE, "import.fault.reference");
        }
        var lines = rows.stream().map(this::line).toList();
        var order = new NewOrder(
                layout.source(),
                reference,
                code(one(OrderField.CUSTOMER)),
                null,
                parsed(OrderField.REQUESTED_DELIVERY, layout.style()::day, "import.fault.day"),
                false,
                orNull(one(OrderField.NOTE)),
                address(),
                lines);
        var past = layout.history() ? orderDate() : null;
        return new FileOrder(reference, rows, faults.isEmpty() ? order : null, past, List.copyOf(faults), null);
    }

    private NewOrder.Line line(Row row) {
        var quantity = number(row, OrderField.QUANTITY, "import.fault.quantity");
        return new NewOrder.Line(
                layout.text(row, OrderField.SKU),
                quantity == null ? null : whole(row, quantity),
                number(row, OrderField.UNIT_PRICE, "import.fault.number"),
                number(row, OrderField.DISCOUNT, "import.fault.number"));
    }

    /** A negative quantity is how many programs write a cancellation. */
    private Integer whole(Row row, BigDecimal quantity) {
        if (quantity.signum() < 0) {
            fault(row, OrderField.QUANTITY, "import.fault.cancellation");
            return null;
        }
        try {
            return quantity.intValueExact();
        } catch (ArithmeticException e) {
            fault(row, OrderField.QUANTITY, "import.fault.quantity");
            return null;
        }
    }

    private BigDecimal number(Row row, OrderField field, String message) {
        var cell = layout.text(row, field);
        if (cell.isEmpty()) {
            return null;
        }
        var number = layout.style().number(cell);
        if (number.isEmpty()) {
            fault(row, field, message);
        }
        return number.map(ReadOrder::plain).orElse(null);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private <T> T parsed(OrderField field, Function<String, Optional<T>> parse, String message) {
        var cell = one(field);
        if (cell.isEmpty()) {
            return null;
        }
        var value = parse.apply(cell);
        if (value.isEmpty()) {
            fault(rows.get(0), field, message);
        }
        return value.orElse(null);
    }

    /** Only the day counts, and the first row has it: the times of the rows may differ. */
    private LocalDate orderDate() {
        var cell = one(OrderField.ORDER_DATE);
        var day = layout.style().day(cell);
        if (day.isEmpty()) {
            fault(rows.get(0), OrderField.ORDER_DATE, "import.fault.order-date");
        }
        return day.orElse(null);
    }

    /**
     * A field of the whole order stands in its first row or in each; two values contradict each other. The first note
     * and the first day of the order count.
     */
    private String one(OrderField field) {
        var first = "";
        for (var row : rows) {
            var cell = layout.text(row, field);
            if (first.isEmpty()) {
                first = cell;
            } else if (!FIRST_COUNTS.contains(field) && !cell.isEmpty() && !cell.equals(first)) {
                fault(row, field, "import.fault.contradiction", first);
                break;
            }
        }
        return first;
    }

    /** Null when no column holds an address, or all are empty: the order then goes to its customer. */
    private Address address() {
        var address = new Address(
                orNull(one(OrderField.NAME)),
                orNull(one(OrderField.STREET)),
                orNull(one(OrderField.POSTAL_CODE)),
                orNull(one(OrderField.CITY)),
                orNull(one(OrderField.REGION)),
                orNull(Countries.code(one(OrderField.COUNTRY))),
                orNull(one(OrderField.PHONE)),
                orNull(one(OrderField.EMAIL)));
        return address.street() == null && address.city() == null && address.postalCode() == null ? null : address;
    }

    /** Some programs write the number of a customer as a decimal. */
    private static String code(String cell) {
        return FLOAT_CODE.matcher(cell).matches() ? cell.substring(0, cell.length() - 2) : cell;
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private void fault(Row row, OrderField field, String message, Object... more) {
        faults.add(layout.fault(row, field, Sentence.of(message, more)));
    }
}
