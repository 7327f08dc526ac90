package io.ordertrail.report.table;

/**
 * A figure that a report has for each of its rows.
 *
 * @param additive whether the figure of all rows is the sum of theirs
 * @param text what stands above it where that is no word, such as an hour; null when the name has a message
 * @param orders which of the orders of a row it stands for: a condition on the order {@code o}; null if for none
 */
public record Column(String name, Unit unit, boolean additive, String text, String orders) {

    /** All orders of the row. */
    public static final String ALL = "1 = 1";

    public static Column sum(String name, Unit unit) {
        return new Column(name, unit, true, null, null);
    }

    public static Column each(String name, Unit unit) {
        return new Column(name, unit, false, null, null);
    }

    /** The same column, which stands for some of the orders of a row. */
    public Column of(String some) {
        return new Column(name, unit, additive, text, some);
    }

    public boolean standsForOrders() {
        return orders != null;
    }

    /** What an address calls it: unlike the name, no other column of the report has it. */
    public String code() {
        return text == null ? name : text;
    }
}
