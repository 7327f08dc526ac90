package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;

/** Measures how long a node with a heap of 512 MB takes to receive and to check a large file. */
@Tag("benchmark")
@OnMySql
class LargeFileBenchmark {

    private static final int MEGABYTES = Integer.getInteger("megabytes", 200);
    private static final int LINES = Integer.getInteger("lines", 20);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final String ADDRESS =
            "Zoë Example,Rose Lane 12,1010,Vienna,Austria,please ring twice at the back door";

    @TempDir
    Path folder;

    @Test
    void a_file_is_received_and_checked() throws IOException {
        var database = new Database(System.getenv(DatabaseTest.SERVER), "ordertrail_large_file");
        try (var node = new Node("large-file", 8165, database).awaitReady()) {
            database.awaitDemo();
            var file = folder.resolve("orders.csv");
            var rows = write(file);
            var sent = Instant.now();
            var imported = ImportAtNode.started(node, "large", "ASK", HttpRequest.BodyPublishers.ofFile(file));
            var received = Instant.now();
            var state = imported.await(node, "DECIDING", LONGEST);
            assertThat(state.at("/orders/sound").asLong()).isEqualTo(rows / LINES);
            System.out.printf(
                    "%,d MB, %,d rows, %,d orders: received after %s, checked after %s%n",
                    Files.size(file) >> 20,
                    rows,
                    rows / LINES,
                    Duration.between(sent, received),
                    Duration.between(sent, Instant.now()));
        }
    }

    /** Returns how many rows it has. */
    private static long write(Path file) throws IOException {
        var rows = 0L;
        try (var out = Files.newBufferedWriter(file)) {
            out.write("Order number,Customer,SKU,Quantity,Ship name,Street,Postal code,City,Country,Note\n");
            for (long written = 0; written < (long) MEGABYTES << 20 || rows % LINES > 0; rows++) {
                var row = "L-%d,C10%02d,CF-10%02d,1,%s%n"
                        .formatted(rows / LINES, rows / LINES % 20 + 1, rows % 8 + 1, ADDRESS);
                out.write(row);
                written += row.length();
            }
        }
        return rows;
    }
}
