package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseLockTest {

    @TempDir
    Path data;

    private final List<String> messages = new ArrayList<>();
    private final EmbeddedDatabaseLock first = new EmbeddedDatabaseLock(messages::add);
    private final EmbeddedDatabaseLock second = new EmbeddedDatabaseLock(messages::add);

    @AfterEach
    void release() {
        first.release();
        second.release();
    }

    @Test
    void a_second_start_on_the_same_data_ends_with_one_sentence() {
        first.acquire(data.resolve("ordertrail"));
        assertThat(messages).isEmpty();
        second.acquire(data.resolve("ordertrail"));
        assertThat(messages)
                .singleElement()
                .asString()
                .isEqualTo("Ordertrail is already running on the data in " + data
                        + "; stop that one first, or start this one in another directory.");
    }

    @Test
    void after_the_first_has_ended_the_second_may_start() {
        first.acquire(data.resolve("ordertrail"));
        first.release();
        second.acquire(data.resolve("ordertrail"));
        assertThat(messages).isEmpty();
    }

    @Test
    void nobody_else_reads_the_database() throws IOException, SQLException {
        var older = Files.createFile(data.resolve("older.mv.db"));
        first.acquire(data.resolve("older"));
        first.release();
        assertThat(mode(older)).isEqualTo("rw-------");
        first.acquire(data.resolve("new/ordertrail"));
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("new/ordertrail"), "sa", "")) {
            database.createStatement().execute("create table customer (name varchar(100))");
        }
        assertThat(mode(data.resolve("new/ordertrail.mv.db"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("new"))).isEqualTo("rwx------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void only_a_database_in_a_file_can_be_locked() {
        assertThat(EmbeddedDatabaseLock.databaseFile("jdbc:h2:file:./data/ordertrail;WRITE_DELAY=0"))
                .contains(Path.of("data/ordertrail").toAbsolutePath());
        assertThat(EmbeddedDatabaseLock.databaseFile("jdbc:h2:mem:test")).isEmpty();
        assertThat(EmbeddedDatabaseLock.databaseFile("jdbc:mysql://db/ordertrail"))
                .isEmpty();
    }
}
