package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands are killed at many moments: what is there afterwards is whole, and the next one does its work. */
@Tag("nightly")
class KilledBackupTest {

    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final int ROWS = 400_000;

    @TempDir
    Path folder;

    @BeforeEach
    void a_database_that_takes_a_while_to_copy() throws SQLException {
        try (var connection = DriverManager.getConnection(url("live"), "sa", "");
                var sql = connection.createStatement()) {
            sql.execute("create table customer_order (number int primary key, note varchar(100))");
            sql.execute("insert into customer_order select x, random_uuid() || random_uuid() from system_range(1, "
                    + ROWS + ")");
        }
    }

    @Test
    void a_killed_backup_is_none_and_leaves_nothing_readable_after_the_next() throws Exception {
        var whole = timeOf("backup", "live");
        for (int kill = 0; kill < KILLS; kill++) {
            killed(whole * (kill + 1) / (KILLS + 1), "backup", "live");
        }
        assertThat(finished("backup", "live")).isZero();

        try (var left = Files.list(folder.resolve("backups"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("ordertrail-\\d{8}T\\d{6}Z\\.backup(\\.sha256)?"));
        }
        try (var left = Files.list(folder)) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("copy-"));
        }
        for (var backup : new BackupFolder(folder.resolve("backups")).all().values()) {
            assertThat(finished("restore " + backup, "again")).isZero();
            assertThat(rows("again")).isEqualTo(ROWS);
            Files.delete(file("again"));
        }
    }

    @Test
    void a_killed_restore_leaves_an_empty_place_or_a_whole_database() throws Exception {
        assertThat(finished("backup", "live")).isZero();
        var whole = timeOf("restore", "again");
        Files.delete(file("again"));
        for (int kill = 0; kill < KILLS; kill++) {
            killed(whole * (kill + 1) / (KILLS + 1), "restore", "again");
            // the start makes an empty file that only its owner may read
            if (Files.exists(file("again")) && Files.size(file("again")) > 0) {
                assertThat(rows("again")).isEqualTo(ROWS);
                Files.delete(file("again"));
            }
        }
        assertThat(finished("restore", "again")).isZero();
        assertThat(rows("again")).isEqualTo(ROWS);
        assertThat(folder.resolve("again.mv.db.restoring")).doesNotExist();
    }

    private long timeOf(String command, String database) throws Exception {
        return commands().millisOf(command, on(database));
    }

    private int finished(String command, String database) throws Exception {
        return commands().finished(command, on(database));
    }

    private void killed(long afterMillis, String command, String database) throws Exception {
        commands().killed(afterMillis, command, on(database));
    }

    private CommandProcess commands() {
        return new CommandProcess(folder);
    }

    private String on(String database) {
        return "--spring.datasource.url=" + url(database);
    }

    private Path file(String database) {
        return folder.resolve(database + ".mv.db");
    }

    private String url(String database) {
        return "jdbc:h2:file:" + folder.resolve(database) + ";MODE=MySQL";
    }

    private long rows(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database) + ";IFEXISTS=TRUE", "sa", "");
                var rows = connection.createStatement().executeQuery("select count(*) from customer_order")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
