package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.util.FileSystemUtils;

import io.ordertrail.keyring.KeySource;

/** Backups of a database that is being written to, and what comes of them. */
class BackupsTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final BackupStoreSettings NO_STORE =
            new BackupStoreSettings("", "", null, "us-east-1", "", "", true);
    private static final String MARK = "Margarethe Musterfrau";

    @TempDir
    Path folder;

    private Connection working;

    @BeforeEach
    void a_database_is_being_written_to() throws SQLException {
        working = DriverManager.getConnection(url("live"), "sa", "");
        sql("create table customer (number int primary key, name varchar(100))");
        for (int i = 1; i <= 1000; i++) {
            sql("insert into customer values (" + i + ", '" + MARK + " " + i + "')");
        }
        working.setAutoCommit(false);
        sql("insert into customer values (5000, 'not committed')");
    }

    @AfterEach
    void close() throws SQLException {
        working.close();
    }

    @Test
    void a_backup_restores_what_was_committed() throws Exception {
        var made = backups("live").make();
        backups("live").restore(made.file(), database("again"));
        assertThat(rows("again")).isEqualTo(1000);
        assertThat(mode(folder.resolve("again.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void nobody_reads_it_without_its_key() throws Exception {
        var made = backups("live").make();
        var bytes = new String(Files.readAllBytes(made.file()), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(MARK, "customer", "manifest", "PK\u0003\u0004");
        assertThat(mode(made.file())).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("backup.key"))).isEqualTo("rw-------");
        Files.move(folder.resolve("backup.key"), folder.resolve("elsewhere.key"));
        assertThatThrownBy(() -> backups("live").restore(made.file(), database("again")))
                .hasMessageContaining("there is no key ring of backups");
        Files.writeString(folder.resolve("backup.key"), KeySource.newKeys(BackupCipher.PARAMETERS));
        assertThatThrownBy(() -> backups("live").restore(made.file(), database("again")))
                .as("another key")
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("again.mv.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shortened", "changed", "longer", "empty"})
    void a_file_that_is_not_as_it_was_restores_nothing(String damage) throws Exception {
        var made = backups("live").make();
        Files.write(made.file(), damaged(Files.readAllBytes(made.file()), damage));
        assertThatThrownBy(() -> backups("live").restore(made.file(), database("again")))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("again.mv.db")).doesNotExist();
    }

    @Test
    void nothing_is_restored_over_a_database() throws Exception {
        var made = backups("live").make();
        assertThatThrownBy(() -> backups("live").restore(made.file(), database("live")))
                .hasMessageContaining("there is a database already");
        assertThat(rows("live")).isEqualTo(1000);
    }

    @Test
    void the_checksum_stands_beside_it() throws Exception {
        var made = backups("live").make();
        var checksum = made.file().resolveSibling(made.file().getFileName() + ".sha256");
        assertThat(checksum).content().endsWith("  ordertrail-20261129T120000Z.backup\n");
        var check = new ProcessBuilder("sha256sum", "--check", "--status", checksum.toString())
                .directory(made.file().getParent().toFile())
                .start();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void further_files_come_back() throws Exception {
        Files.createDirectories(folder.resolve("settings/more"));
        Files.writeString(folder.resolve("settings/more/application.yml"), "ours: true");
        var backups = backups(NOON, List.of(folder.resolve("settings")), NO_STORE);
        var made = backups.make();
        backups.unpackFiles(made.file(), folder.resolve("found"));
        assertThat(folder.resolve("found/settings/more/application.yml")).hasContent("ours: true");
    }

    @Test
    void a_backup_that_broke_off_is_none_and_is_tidied_up() throws Exception {
        Files.createDirectories(folder.resolve("backups"));
        var left = Files.writeString(folder.resolve("backups/ordertrail-20261128T120000Z.backup.part"), "half");
        assertThat(backups("live").newest()).isEmpty();
        backups("live").make();
        assertThat(left).doesNotExist();
        assertThat(backups("live").newest())
                .map(Path::getFileName)
                .hasToString("Optional[ordertrail-20261129T120000Z.backup]");
    }

    @Test
    void what_a_killed_process_left_in_the_clear_goes_with_the_next_one() throws Exception {
        var copy = Files.createDirectories(folder.resolve("copy-17"));
        Files.writeString(copy.resolve("copy.zip"), MARK);
        var backups = backups("live");
        backups.make();
        assertThat(copy).doesNotExist();

        var drill = Files.createDirectories(folder.resolve("backups/.drill-17"));
        Files.writeString(drill.resolve("restored.mv.db"), MARK);
        new DrillBackup(backups, List.of(), database("live").connect()).drill();
        assertThat(drill).doesNotExist();
    }

    @Test
    void a_folder_with_a_password_is_removed_once_its_process_is_dead() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        var left = Files.createDirectories(folder.resolve("options-" + dead.pid() + "-1"));
        var ours = Files.createDirectories(folder.resolve(Leftovers.ofThisProcess("options-") + "1"));
        Leftovers.removeOfTheDead(folder, "options-");
        assertThat(left).doesNotExist();
        assertThat(ours).exists();
    }

    @Test
    void a_user_of_mysql_without_a_password_has_an_empty_one() {
        var programs = new MySqlDatabase.Programs("cat", "cat", "PREFERRED");
        var database = new MySqlDatabase("jdbc:mysql://127.0.0.1:3306/ordertrail", "root", null, programs);
        assertThat(database.password()).isEmpty();
    }

    @Test
    void older_backups_go_by_the_rule() throws Exception {
        for (int day = 0; day < 20; day++) {
            backups(NOON.plus(Duration.ofDays(day)), List.of(), NO_STORE).make();
        }
        try (var files = Files.list(folder.resolve("backups"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".backup"))
                    .contains("ordertrail-20261130T120000Z.backup", "ordertrail-20261218T120000Z.backup")
                    .doesNotContain("ordertrail-20261201T120000Z.backup")
                    .hasSizeBetween(7, 10);
        }
    }

    @Test
    void the_drill_restores_beside_the_running_database_and_leaves_nothing_behind() throws Exception {
        var backups = backups("live");
        backups.make();
        sql("insert into customer values (5001, 'later')");
        working.commit();
        var drill = new DrillBackup(
                backups, List.of(restored -> List.of()), database("live").connect());
        var result = drill.drill();
        assertThat(result.faults()).isEmpty();
        assertThat(result.counts()).containsExactly("customer 1000 1000 1002");
        try (var files = Files.list(folder.resolve("backups"))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".drill"));
        }
    }

    @Test
    void the_drill_tells_what_is_not_true_of_the_restored_data() throws Exception {
        var backups = backups("live");
        backups.make();
        RestoredCheck stock = restored -> List.of("CUP at VIE: on hand is 8, its movements make 7");
        assertThat(new DrillBackup(backups, List.of(stock), database("live").connect())
                        .drill()
                        .faults())
                .containsExactly("CUP at VIE: on hand is 8, its movements make 7");
    }

    @Test
    void the_drill_tells_which_rows_and_tables_are_missing() {
        var backedUp = new TreeMap<>(Map.of("customer", 10L, "form_draft", 3L));
        assertThat(DrillBackup.faults(backedUp, backedUp, new TreeMap<>(Map.of("customer", 12L))))
                .isEmpty();
        assertThat(DrillBackup.faults(
                        backedUp, new TreeMap<>(Map.of("customer", 9L)), new TreeMap<>(Map.of("customer", 12L))))
                .containsExactly(
                        "The table form_draft is missing", "customer has 9 rows, and had 10 when the backup began");
        assertThat(DrillBackup.faults(
                        backedUp,
                        new TreeMap<>(Map.of("customer", 11L, "form_draft", 0L)),
                        new TreeMap<>(Map.of("customer", 10L))))
                .containsExactly("customer has 11 rows, and the running system has 10");
    }

    @Test
    void what_is_lost_here_is_restored_from_the_store() throws Exception {
        try (var store = new StoreOfTests()) {
            var backups = backups(NOON, List.of(), settings(store));
            var made = backups.make();
            FileSystemUtils.deleteRecursively(made.file().getParent());

            var newest = backups.newest().orElseThrow();
            assertThat(newest).isEqualTo(made.file());
            backups.restore(newest, database("again"));
            assertThat(rows("again")).isEqualTo(1000);
        }
    }

    @Test
    void the_newest_backup_may_be_that_of_another_machine() throws Exception {
        try (var store = new StoreOfTests()) {
            backups(NOON.plusSeconds(60), List.of(), settings(store)).make();
            FileSystemUtils.deleteRecursively(folder.resolve("backups"));
            var here = backups("live").make();

            assertThat(backups("live").newest()).contains(here.file());
            assertThat(backups(NOON, List.of(), settings(store)).newest())
                    .map(Path::getFileName)
                    .hasToString("Optional[ordertrail-20261129T120100Z.backup]");
        }
    }

    @Test
    void a_backup_that_the_store_does_not_take_counts_as_failed_and_stays_here() throws Exception {
        try (var store = new StoreOfTests()) {
            store.patience = 0;
            var backups = backups(NOON, List.of(), settings(store));
            assertThatThrownBy(backups::make).isInstanceOf(IOException.class).hasMessageContaining("takes no copy");
            assertThat(backups.folder().newest()).isPresent();
        }
    }

    private static BackupStoreSettings settings(StoreOfTests store) {
        return new BackupStoreSettings(StoreOfTests.BUCKET, "", store.address(), "us-east-1", "me", "secret", true);
    }

    private static byte[] damaged(byte[] whole, String damage) {
        return switch (damage) {
            case "shortened" -> Arrays.copyOf(whole, whole.length - 1);
            case "longer" -> Arrays.copyOf(whole, whole.length + 1);
            case "empty" -> new byte[0];
            default -> {
                whole[whole.length / 2] ^= 1;
                yield whole;
            }
        };
    }

    private Backups backups(String name) {
        return backups(name, NOON, List.of(), NO_STORE);
    }

    private Backups backups(Instant at, List<Path> files, BackupStoreSettings store) {
        return backups("live", at, files, store);
    }

    private Backups backups(String name, Instant at, List<Path> files, BackupStoreSettings store) {
        var settings = new BackupSettings(
                folder.resolve("backups").toString(),
                Duration.ofDays(1),
                Duration.ofDays(7),
                "",
                folder.resolve("backup.key"),
                new BackupSettings.Keep(7, 5, 12),
                files,
                "mysqldump",
                "mysql");
        var address = new DataSourceProperties();
        address.setUrl(url(name));
        address.setUsername("sa");
        address.setPassword("");
        return new Backups(settings, store, address, Clock.fixed(at, ZoneOffset.UTC), "PREFERRED");
    }

    private EmbeddedDatabase database(String name) {
        return new EmbeddedDatabase(url(name), "sa", "");
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + ";MODE=MySQL";
    }

    private long rows(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url(name), "sa", "");
                var rows = connection.createStatement().executeQuery("select count(*) from customer")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (var sql = working.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
