package io.ordertrail.report.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table of figures. Its title, its definition and those of its columns are messages that have its name. */
public interface Report {

    /** What the keys of the rows are, and so how they are written. */
    enum Keys {
        STATE,
        DAY,
        WEEKDAY,
        COUNTRY,
        CHANNEL,
        /** A word of the product, which has a message. */
        WORD,
        /** A text or a code that people chose. */
        TEXT
    }

    /** How a report is drawn. */
    enum Shape {
        /** One bar for each row, with the first figure. */
        BARS,
        /** One column for each day, with the first figure. */
        DAYS,
        /** All figures, the larger the darker. */
        GRID,
        /** One column for each day, with all figures one on the other. */
        LAYERS
    }

    /** What not everybody may see. */
    enum Sight {
        CUSTOMERS,
        PERSONS
    }

    Set<ReportFilter.Field> OF_ORDERS = Set.of(
            ReportFilter.Field.PERIOD,
            ReportFilter.Field.CHANNEL,
            ReportFilter.Field.CUSTOMER,
            ReportFilter.Field.COUNTRY);

    Set<ReportFilter.Field> OF_DURATIONS = Set.of(
            ReportFilter.Field.PERIOD,
            ReportFilter.Field.CHANNEL,
            ReportFilter.Field.CUSTOMER,
            ReportFilter.Field.COUNTRY,
            ReportFilter.Field.CLOCK);

    Set<ReportFilter.Field> OF_STOCK = Set.of(ReportFilter.Field.PERIOD, ReportFilter.Field.SITE);

    String name();

    default Keys keys() {
        return Keys.TEXT;
    }

    default Shape shape() {
        return Shape.BARS;
    }

    List<Column> columns();

    List<Row> rows(ReportFilter filter);

    default Set<ReportFilter.Field> filters() {
        return OF_ORDERS;
    }

    /** What a reader has to be allowed to see. */
    default Set<Sight> needs() {
        return Set.of();
    }

    /** Which orders are behind a row: a condition on the order {@code o} and the {@code :key}; empty if none are. */
    default Optional<String> ordersBehind() {
        return Optional.empty();
    }

    /** Tells whether the period says when the orders behind its figures were entered, and not when something else happened. */
    default boolean isOfEntries() {
        return hasPeriod();
    }

    /**
     * The values of that condition and of those of the columns.
     *
     * @param key of the row; null for all rows
     */
    default Map<String, ?> behind(String key, ReportFilter filter) {
        return key == null ? Map.of() : Map.of("key", key);
    }

    /** The page of what a row is about: the beginning of its address, which ends with the key; empty if there is none. */
    default Optional<String> pageOfRow() {
        return Optional.empty();
    }

    default boolean hasPeriod() {
        return filters().contains(ReportFilter.Field.PERIOD);
    }

    /** Tells whether its first figure is compared with that of the period before. */
    default boolean isCompared() {
        return hasPeriod() && (shape() == Shape.BARS || shape() == Shape.DAYS);
    }

    /** The values of a condition such as {@code (:any = 1 or s.sku = :key)}, which all rows together meet. */
    static Map<String, ?> keyOrAny(String key) {
        return Map.of("key", key == null ? "" : key, "any", key == null ? 1 : 0);
    }
}
