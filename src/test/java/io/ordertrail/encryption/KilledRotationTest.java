package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;

/**
 * A process adds a key, promotes it and encrypts all rows with it, and is killed at random moments, again and again: each
 * text can be read at any time, and in the end with the newest key alone.
 */
@Tag("nightly")
@OnMySql
class KilledRotationTest {

    private static final int KILLS = Integer.getInteger("kills", 15);
    private static final int ROWS = 3000;
    private static final int LONGEST_MILLIS = 5000;
    private static final String SERVER = System.getenv(DatabaseTest.SERVER);

    /** What is killed. */
    static final class Rotation {

        public static void main(String... args) throws IOException {
            FieldKeys.register();
            var settings = settings(Path.of(args[1]));
            settings.keys().replace(KeyRotation.add(settings.keys().read(FieldKeys.PARAMETERS)));
            var ids = FieldKeys.read(settings).ids();
            settings.keys()
                    .replace(KeyRotation.promote(settings.keys().read(FieldKeys.PARAMETERS), ids.get(ids.size() - 1)));
            encryptAll(args[0], new FieldKeyRing(settings));
        }

        private static void encryptAll(String url, FieldKeyRing ring) {
            var source = new SingleConnectionDataSource(url, "root", "", true);
            var database = JdbcClient.create(source);
            var cipher = new FieldCipher(ring);
            var rows = new EncryptRows(
                    database,
                    new DataSourceTransactionManager(source),
                    cipher,
                    new SubjectKeys(database, cipher),
                    new EncryptionFills(database, Clock.systemUTC()));
            while (rows.next(EncryptRowsTest.PEOPLE)) {
                Thread.yield();
            }
            source.destroy();
        }

        private Rotation() {}
    }

    @TempDir
    Path folder;

    private final String schema = "rotation_" + UUID.randomUUID().toString().substring(0, 8);
    private SingleConnectionDataSource source;
    private JdbcClient database;

    @BeforeEach
    void people_of_a_former_key_and_some_in_the_clear() throws SQLException, IOException {
        server("create database " + schema + " character set utf8mb4");
        source = new SingleConnectionDataSource(SERVER + "/" + schema, "root", "", true);
        database = JdbcClient.create(source);
        database.sql("create table people (id varchar(40) primary key, name varchar(1200), phone varchar(400),"
                        + " company boolean)")
                .update();
        migrations().forEach(statement -> database.sql(statement).update());
        FieldKeys.register();
        var cipher = cipher();
        IntStream.range(0, ROWS).forEach(i -> enter("C-%04d".formatted(i), i % 7 == 0 ? null : cipher));
    }

    @AfterEach
    void remove() throws SQLException {
        source.destroy();
        server("drop database " + schema);
    }

    @Test
    void each_text_can_be_read_at_any_time_and_in_the_end_with_the_newest_key_alone() throws Exception {
        var random = new Random(22);
        for (int kill = 0; kill < KILLS; kill++) {
            var rotation = start();
            if (rotation.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
                ended(rotation);
            }
            rotation.destroyForcibly().waitFor();
            everyTextReads();
        }
        var last = start();
        last.waitFor();
        ended(last);

        dropAllButThePrimaryKey();
        assertThat(FieldKeys.read(settings(keyFile())).ids()).hasSize(1);
        everyTextReads();
    }

    private void ended(Process rotation) throws IOException {
        assertThat(rotation.exitValue()).as(Files.readString(output())).isZero();
    }

    /** What makes the table of the progress as it is now. */
    private static List<String> migrations() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
        var statements = new ArrayList<String>();
        for (var file : Stream.of(files)
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList()) {
            Stream.of(file.getContentAsString(StandardCharsets.UTF_8).split(";"))
                    .map(statement -> statement.replaceAll("(?m)^--.*$", "").strip())
                    .filter(statement -> statement.matches("(?s)(create|alter) table encryption_fill\\b.*"))
                    .forEach(statements::add);
        }
        return statements;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Rotation.class.getName(),
                        SERVER + "/" + schema,
                        keyFile().toString())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private Path output() {
        return folder.resolve("output");
    }

    private void dropAllButThePrimaryKey() throws IOException {
        var keys = settings(keyFile()).keys();
        var primary = FieldKeys.read(settings(keyFile())).primary();
        for (var id : FieldKeys.read(settings(keyFile())).ids()) {
            if (!id.equals(primary)) {
                keys.replace(KeyRotation.drop(keys.read(FieldKeys.PARAMETERS), id));
            }
        }
    }

    private void everyTextReads() {
        var cipher = cipher();
        var people = database.sql("select id, name, phone from people order by id")
                .query((row, i) -> Map.of("id", row.getString(1), "name", row.getString(2), "phone", row.getString(3)))
                .list();
        assertThat(people).hasSize(ROWS).allSatisfy(person -> {
            var id = person.get("id");
            assertThat(cipher.decrypt(place("name", id), person.get("name"))).isEqualTo("Name of " + id);
            assertThat(cipher.decrypt(place("phone", id), person.get("phone"))).isEqualTo("+43 1 " + id);
        });
    }

    private void enter(String id, FieldCipher cipher) {
        database.sql("insert into people values (?, ?, ?, false)")
                .param(id)
                .param(text(cipher, place("name", id), "Name of " + id))
                .param(text(cipher, place("phone", id), "+43 1 " + id))
                .update();
    }

    private static String text(FieldCipher cipher, Place place, String text) {
        return cipher == null ? text : cipher.encrypt(place, text);
    }

    private static Place place(String column, String id) {
        return new Place("people", column, id);
    }

    private FieldCipher cipher() {
        return new FieldCipher(new FieldKeyRing(settings(keyFile())));
    }

    private static EncryptionSettings settings(Path keyFile) {
        return new EncryptionSettings("", keyFile, "");
    }

    private Path keyFile() {
        return folder.resolve("encryption.key");
    }

    private static void server(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(SERVER + "/", "root", "");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
