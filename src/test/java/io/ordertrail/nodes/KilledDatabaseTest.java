package io.ordertrail.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;

/** The database server is killed while orders are entered and starts again: the application recovers by itself. */
@Tag("nodes")
@OnMySql
@EnabledIfEnvironmentVariable(
        named = KilledDatabaseTest.FOLDER,
        matches = ".+",
        disabledReason = "Skipped: kills a server that servers/test starts")
class KilledDatabaseTest {

    /** The environment variable with the folder of the server that may be killed. */
    static final String FOLDER = "ORDERTRAIL_TEST_MYSQL_FOLDER";

    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int BEFORE = 150;
    private static final int AFTER = 150;
    private static final int BUYERS = 4;

    private final String server = System.getenv(DatabaseTest.SERVER);

    @Test
    void orders_resume_within_ten_seconds_of_the_database_and_no_acknowledged_order_is_lost() throws Exception {
        var fleet = Fleet.started();
        var buyers = new Buyers("killed-database", BUYERS, fleet.staying);
        var back = new Instant[1];

        buyers.enter(BEFORE + AFTER, () -> {
            buyers.await(BEFORE);
            killDatabase();
            startDatabase();
            back[0] = Instant.now();
        });

        var first = buyers.acknowledged.values().stream()
                .filter(back[0]::isBefore)
                .min(Instant::compareTo)
                .orElseThrow();
        System.out.println("The first order was acknowledged "
                + Duration.between(back[0], first).toMillis() + " ms after the database was back");
        assertThat(Duration.between(back[0], first)).isLessThan(RECOVERY);
        assertThat(buyers.refusals.keySet()).as(buyers.refusals.toString()).isSubsetOf(503);
        assertThat(fleet.database.count("select count(*) from customer_order where channel = 'killed-database'"))
                .isEqualTo(BEFORE + AFTER);
        assertThat(fleet.database.wrongStockLevels()).isZero();
    }

    private static void killDatabase() {
        try {
            var process = ProcessHandle.of(Long.parseLong(Files.readString(Path.of(System.getenv(FOLDER), "mysqld.pid"))
                            .strip()))
                    .orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startDatabase() {
        try {
            var port = server.substring(server.lastIndexOf(':') + 1);
            var start = new ProcessBuilder("servers/mysql", System.getenv(FOLDER), port)
                    .inheritIO()
                    .start();
            assertThat(start.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
