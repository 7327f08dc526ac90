package io.ordertrail.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.ordertrail.order.book.NewOrder;

/**
 * An order of the demo company and the state in which it is shown.
 *
 * @param reference the customer's reference, by which the next start recognizes the order
 * @param script its name in {@link DemoScripts}
 * @param claimed whether somebody has claimed its open task
 * @param overdue whether its open task is overdue
 */
record DemoOrder(
        String reference,
        String customer,
        String channel,
        List<NewOrder.Line> lines,
        String script,
        boolean claimed,
        boolean overdue) {

    static final String ADDRESS_INCOMPLETE = "in-review-address";
    static final String PARTLY_SHIPPED = "partly-shipped";

    private static final Set<String> SYSTEM_CHANNELS = Set.of("api", "shop");

    static List<DemoOrder> all() {
        return DemoFile.rows("orders").stream().map(DemoOrder::of).toList();
    }

    private static DemoOrder of(NamedCsvRecord row) {
        var task = row.getField("task");
        return new DemoOrder(
                row.getField("order"),
                row.getField("customer"),
                row.getField("channel"),
                Stream.of("1", "2", "3")
                        .filter(n -> !row.getField("sku" + n).isEmpty())
                        .map(n -> line(row, n))
                        .toList(),
                row.getField("script"),
                task.contains("claimed"),
                task.contains("overdue"));
    }

    private static NewOrder.Line line(NamedCsvRecord row, String n) {
        var price = DemoFile.optional(row, "price" + n);
        return new NewOrder.Line(
                row.getField("sku" + n),
                Integer.valueOf(row.getField("qty" + n)),
                price == null ? null : new BigDecimal(price),
                null);
    }

    /** Tells whether another system sends the orders of this channel, not a person. */
    static boolean isFromSystem(String channel) {
        return SYSTEM_CHANNELS.contains(channel);
    }
}
