package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands are killed at many moments: what is there afterwards is whole, and the next one does its work. */
@Tag("nightly")
class KilledBackupTest {

    private static final int KILLS = 12;
    private static final int ROWS = 400_000;
    private static final long LONGEST = 120;

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
        var begun = System.nanoTime();
        assertThat(finished(command, database)).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private int finished(String command, String database) throws Exception {
        var process = start(command, database);
        assertThat(process.waitFor(LONGEST, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void killed(long afterMillis, String command, String database) throws Exception {
        var process = start(command, database);
        process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private Process start(String command, String database) throws IOException {
        var words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                productAlone(),
                "io.ordertrail.Ordertrail"));
        words.addAll(Arrays.asList(command.split(" ")));
        words.addAll(List.of(
                "--spring.datasource.url=" + url(database),
                "--ordertrail.backup.folder=" + folder.resolve("backups"),
                "--ordertrail.backup.key-file=" + folder.resolve("backup.key")));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private static String productAlone() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
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
