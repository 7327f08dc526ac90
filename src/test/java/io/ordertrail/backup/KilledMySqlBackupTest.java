package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;

/**
 * The commands are killed at many moments on MySQL: a backup is whole or none, and whoever empties the place after a killed
 * restore restores all of it.
 */
@Tag("nightly")
@OnMySql
class KilledMySqlBackupTest {

    private static final int KILLS = Integer.getInteger("kills", 8);
    private static final int THOUSANDS = 200;
    private static final int ROWS = THOUSANDS * 1000;
    private static final String SERVER = System.getenv(DatabaseTest.SERVER);

    @TempDir
    Path folder;

    private final String live = "killed_" + UUID.randomUUID().toString().substring(0, 8);
    private final String again = live + "_again";

    @BeforeEach
    void a_database_that_takes_a_while_to_copy() throws Exception {
        empty(live);
        empty(again);
        sql("create table " + live + ".customer_order (number int primary key, note varchar(100))");
        sql("insert into " + live + ".customer_order with recursive n (i) as (select 1 union all select i + 1 from n"
                + " where i < 1000) select (a.i - 1) * 1000 + b.i, concat(uuid(), uuid()) from n a cross join n b"
                + " where a.i <= " + THOUSANDS);
        program("mysqldump");
        program("mysql");
    }

    @AfterEach
    void remove() throws SQLException {
        sql("drop database " + live);
        sql("drop database " + again);
    }

    @Test
    void a_killed_backup_is_none_and_leaves_nothing_readable_after_the_next() throws Exception {
        var whole = commands().millisOf("backup", on(live));
        for (int kill = 1; kill <= KILLS; kill++) {
            commands().killed(whole * kill / (KILLS + 1), "backup", on(live));
        }
        assertThat(commands().finished("backup", on(live))).isZero();

        try (var left = Files.list(folder.resolve("backups"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("ordertrail-\\d{8}T\\d{6}Z\\.backup(\\.sha256)?"));
        }
        assertThat(filesWithThePassword()).isZero();
        for (var backup : new BackupFolder(folder.resolve("backups")).all().values()) {
            assertThat(commands().finished("restore " + backup, on(again))).isZero();
            assertThat(rows()).isEqualTo(ROWS);
            empty(again);
        }
    }

    @Test
    void after_a_killed_restore_the_emptied_place_is_restored_whole() throws Exception {
        assertThat(commands().finished("backup", on(live))).isZero();
        var whole = commands().millisOf("restore", on(again));
        empty(again);
        for (int kill = 1; kill <= KILLS; kill++) {
            commands().killed(whole * kill / (KILLS + 1), "restore", on(again));
            if (hasTables()) {
                assertThat(commands().finished("restore", on(again)))
                        .as("half a database is not restored over")
                        .isEqualTo(2);
            }
            empty(again);
        }
        assertThat(commands().finished("restore", on(again))).isZero();
        assertThat(rows()).isEqualTo(ROWS);
        assertThat(filesWithThePassword()).isZero();
    }

    private CommandProcess commands() {
        return new CommandProcess(folder);
    }

    private String[] on(String schema) {
        return new String[] {
            "--spring.datasource.url=" + SERVER + "/" + schema,
            "--spring.datasource.username=root",
            "--spring.datasource.password=",
            "--ordertrail.backup.mysqldump=" + folder.resolve("mysqldump"),
            "--ordertrail.backup.mysql=" + folder.resolve("mysql")
        };
    }

    private void program(String name) throws IOException {
        var program = Files.writeString(
                folder.resolve(name),
                "#!/usr/bin/env bash\nexec %s %s run %s \"$@\"\n"
                        .formatted(Path.of("servers/mysql").toAbsolutePath(), folder.resolve("programs"), name));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private long filesWithThePassword() throws IOException {
        try (var left = Files.list(folder)) {
            return left.filter(file -> file.getFileName().toString().startsWith("ordertrail-mysql-"))
                    .count();
        }
    }

    private void empty(String schema) throws SQLException {
        sql("drop database if exists " + schema);
        sql("create database " + schema + " character set utf8mb4");
    }

    private boolean hasTables() throws SQLException {
        return number("select count(*) from information_schema.tables where table_schema = '" + again + "'") > 0;
    }

    private long rows() throws SQLException {
        return number("select count(*) from " + again + ".customer_order");
    }

    private long number(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(SERVER + "/", "root", "");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(SERVER + "/", "root", "");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
