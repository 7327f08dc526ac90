package io.ordertrail.report.table;

/**
 * A figure that a report has for each of its rows.
 *
 * @param additive whether the figure of all rows is the sum of theirs
 * @param text what stands above it where that is no word, such as an hour; null when the name has a message
 */
public record Column(String name, Unit unit, boolean additive, String text) {

    public static Column sum(String name, Unit unit) {
        return new Column(name, unit, true, null);
    }

    public static Column each(String name, Unit unit) {
        return new Column(name, unit, false, null);
    }
}
