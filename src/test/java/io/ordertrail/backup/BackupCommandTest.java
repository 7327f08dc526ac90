package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The commands as operators type them. */
@ExtendWith(OutputCaptureExtension.class)
class BackupCommandTest {

    @TempDir
    Path folder;

    @Test
    void one_command_makes_a_backup_and_one_restores_the_newest(CapturedOutput output) throws Exception {
        try (var live = DriverManager.getConnection(url("live"), "sa", "")) {
            live.createStatement().execute("create table customer_order as select * from system_range(1, 42)");
        }
        assertThat(run("live", "backup")).isZero();
        assertThat(run("again", "restore", "newest")).isZero();
        assertThat(output).contains("Backup: " + folder.resolve("backups"), "42 orders");
        assertThat(output).as("it has no further files").doesNotContain("restored-files");
        assertThat(run("again", "restore")).isEqualTo(2);
        assertThat(output).contains("Nothing was done: there is a database already");
    }

    @Test
    void what_is_restored_waits_for_no_node_that_was_making_the_backup() throws Exception {
        try (var live = DriverManager.getConnection(url("live"), "sa", "")) {
            live.createStatement()
                    .execute("create table backup_duty (work varchar(20), due_at timestamp, taken_until timestamp)");
            live.createStatement()
                    .execute(
                            "insert into backup_duty values ('BACKUP', timestamp '2026-11-29 12:00:00', timestamp '2999-01-01 00:00:00')");
        }
        assertThat(run("live", "backup")).isZero();
        assertThat(run("again", "restore")).isZero();
        try (var again = DriverManager.getConnection(url("again"), "sa", "");
                var free = again.createStatement()
                        .executeQuery("select count(*) from backup_duty where taken_until < current_timestamp")) {
            free.next();
            assertThat(free.getInt(1)).isOne();
        }
    }

    @Test
    void a_restore_makes_no_key_that_reads_nothing(CapturedOutput output) throws Exception {
        try (var live = DriverManager.getConnection(url("live"), "sa", "")) {
            live.createStatement().execute("create table customer_order as select * from system_range(1, 42)");
        }
        assertThat(run("live", "backup")).isZero();
        Files.delete(folder.resolve("backup.key"));
        assertThat(run("again", "restore")).isEqualTo(2);
        assertThat(output).contains("Nothing was done: there is no key ring of backups");
        assertThat(folder.resolve("backup.key")).doesNotExist();
    }

    @Test
    void where_there_is_no_backup_the_command_says_so(CapturedOutput output) {
        assertThat(run("again", "restore")).isEqualTo(2);
        assertThat(output).contains("Nothing was done: there is no backup in " + folder.resolve("backups"));
    }

    @Test
    void a_new_key_is_a_key_ring(CapturedOutput output) {
        assertThat(BackupCommand.run("new-backup-key")).isZero();
        assertThat(output.getOut()).contains("\"primaryKeyId\"");
    }

    @Test
    void the_application_itself_is_no_command() {
        assertThat(BackupCommand.isRequested()).isFalse();
        assertThat(BackupCommand.isRequested("--ordertrail.backup.folder=backup"))
                .isFalse();
        assertThat(BackupCommand.isRequested("restore", "x")).isTrue();
    }

    private int run(String database, String... command) {
        var logging = "org.springframework.boot.logging.LoggingSystem";
        System.setProperty(logging, "none"); // otherwise it would reconfigure the logging of all tests
        try {
            return BackupCommand.run(Stream.concat(
                            Stream.of(command),
                            Stream.of(
                                    "--spring.datasource.url=" + url(database),
                                    "--ordertrail.backup.folder=" + folder.resolve("backups"),
                                    "--ordertrail.backup.key-file=" + folder.resolve("backup.key")))
                    .toArray(String[]::new));
        } finally {
            System.clearProperty(logging);
        }
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }
}
