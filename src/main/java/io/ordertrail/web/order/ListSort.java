package io.ordertrail.web.order;

import java.util.Locale;

import io.ordertrail.order.search.OrderSort;

/** What the list is sorted by, as its address has it: {@code total}, or {@code -total} from the largest. */
record ListSort(OrderSort by, boolean descending) {

    static final ListSort NEWEST = new ListSort(OrderSort.ENTERED, true);

    private static final String DESCENDING = "-";

    /** Reads it from an address. Spring calls it, and answers 400 where it throws. */
    public static ListSort valueOf(String text) {
        var descending = text.startsWith(DESCENDING);
        return new ListSort(OrderSort.valueOf(text.substring(descending ? 1 : 0).toUpperCase(Locale.ROOT)), descending);
    }

    /** The sort that the heading of a column leads to: the other direction of the column that is sorted already. */
    ListSort to(OrderSort column) {
        return new ListSort(column, column == by && !descending);
    }

    /** The state of a column for those who do not see the arrow; null when the list is not sorted by it. */
    public String direction(OrderSort column) {
        return column != by ? null : descending ? "descending" : "ascending";
    }

    @Override
    public String toString() {
        return (descending ? DESCENDING : "") + by.name().toLowerCase(Locale.ROOT);
    }
}
