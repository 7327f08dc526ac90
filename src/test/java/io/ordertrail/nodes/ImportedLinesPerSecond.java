package io.ordertrail.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    private final List<Long> pages = new ArrayList<>();

    @Test
    void a_file_is_imported() {
        var database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_import_speed");
        try (var node = new Node("import-speed", 8164, database).awaitReady()) {
            database.awaitDemo();
            var sent = Instant.now();
            var imported = ImportAtNode.started(node, "speed", ImportAtNode.file(ORDERS, LINES, 0));
            var checked = awaitChecked(node, imported);
            imported.awaitEnd(node, LONGEST);
            System.out.printf(
                    "%,d lines in %,d orders: checked after %s, imported after %s; list of orders p95 %d ms%n",
                    ORDERS * LINES,
                    ORDERS,
                    Duration.between(sent, checked),
                    Duration.between(sent, Instant.now()),
                    pages.isEmpty() ? 0 : pages.get(pages.size() * 95 / 100));
        }
    }

    private Instant awaitChecked(Node node, ImportAtNode imported) {
        while (imported.state(node).path("orders").path("entered").asLong() == 0) {
            var begin = System.nanoTime();
            node.get("demo-sales", "/orders");
            pages.add((System.nanoTime() - begin) / 1_000_000);
        }
        pages.sort(null);
        return Instant.now();
    }
}
