package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;

/**
 * Measures an import of 5,000 orders with 20 lines each at a node with a heap of 512 MB, and the time of a page
 * meanwhile.
 */
@Tag("benchmark")
@OnMySql
class ImportedLinesPerSecond {

    private static final int ORDERS = Integer.getInteger("orders", 5000);
    private static final int LINES = Integer.getInteger("lines", 20);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Test
    void a_file_is_imported() {
        var database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_import_speed");
        try (var node = new Node("import-speed", 8164, database).awaitReady()) {
            database.awaitDemo();
            var sent = Instant.now();
            var imported = ImportAtNode.started(node, "speed", ImportAtNode.file(ORDERS, LINES, 0));
            var checking = pagesWhile(
                    node, () -> imported.state(node).at("/orders/entered").asLong() == 0);
            var checked = Instant.now();
            var entering = pagesWhile(
                    node, () -> !imported.state(node).path("state").asText().equals("DONE"));
            System.out.printf(
                    "%,d lines in %,d orders: checked after %s, imported after %s; list of orders p95 %d ms while it is"
                            + " checked, %d ms while it is entered%n",
                    ORDERS * LINES,
                    ORDERS,
                    Duration.between(sent, checked),
                    Duration.between(sent, Instant.now()),
                    p95(checking),
                    p95(entering));
        }
    }

    /** How long the list of orders takes, in milliseconds. */
    private static List<Long> pagesWhile(Node node, BooleanSupplier isGoing) {
        var pages = new ArrayList<Long>();
        var end = System.nanoTime() + LONGEST.toNanos();
        while (isGoing.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            var begin = System.nanoTime();
            node.get("demo-sales", "/orders");
            pages.add((System.nanoTime() - begin) / 1_000_000);
        }
        pages.sort(null);
        return pages;
    }

    private static long p95(List<Long> pages) {
        return pages.isEmpty() ? 0 : pages.get(pages.size() * 95 / 100);
    }
}
