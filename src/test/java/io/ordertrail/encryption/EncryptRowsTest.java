package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A new primary key takes over all rows, wherever the work was stopped. */
class EncryptRowsTest {

    private static final int ROWS = 250;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
    static final EncryptedColumns PEOPLE = new EncryptedColumns() {

        @Override
        public String table() {
            return "people";
        }

        @Override
        public RowKey key() {
            return RowKey.text("id");
        }

        @Override
        public List<String> columns() {
            return List.of("name", "phone");
        }

        @Override
        public Optional<String> clearWhere(String column) {
            return column.equals("name") ? Optional.of("company") : Optional.empty();
        }
    };

    private static final EncryptedColumns SAID = new EncryptedColumns() {

        @Override
        public String table() {
            return "said";
        }

        @Override
        public RowKey key() {
            return RowKey.number("id");
        }

        @Override
        public List<String> columns() {
            return List.of("text");
        }

        @Override
        public boolean bySubject() {
            return true;
        }

        @Override
        public Optional<String> subject(UnaryOperator<String> row) {
            return Optional.of(row.apply("about")).filter(about -> !about.equals("nobody"));
        }
    };

    private DriverManagerDataSource source;
    private JdbcClient database;
    private KeysetHandle first;
    private FieldCipher former;

    @BeforeEach
    void people_of_a_former_key_and_some_in_the_clear() throws Exception {
        source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        database = JdbcClient.create(source);
        database.sql("create table people (id varchar(40) primary key, name varchar(1200), phone varchar(400),"
                        + " company boolean)")
                .update();
        database.sql("create table encryption_fill (table_name varchar(60) primary key, key_id varchar(8), position"
                        + " varchar(100), seen bigint, changed bigint, done boolean, started_at datetime(6),"
                        + " went_at datetime(6))")
                .update();
        FieldKeys.register();
        first = KeysetHandle.generateNew(FieldKeys.PARAMETERS);
        former = new FieldCipher(TestKeys.ring(first));
        IntStream.range(0, ROWS).forEach(i -> {
            var id = "C-%03d".formatted(i);
            var company = i % 5 == 0;
            var old = i % 7 == 0;
            store(
                    id,
                    company || old ? name(id) : former.encrypt(place("name", id), name(id)),
                    old ? phone(id) : former.encrypt(place("phone", id), phone(id)),
                    company);
        });
    }

    @Test
    void every_row_is_encrypted_with_the_new_key_and_says_what_it_said() {
        var ring = promoted();
        while (rows(ring).next(PEOPLE)) {
            Thread.onSpinWait();
        }
        var cipher = new FieldCipher(ring);
        everyRowReads(cipher);
        assertThat(use().rows(former(ring))).isZero();
        assertThat(use().rows(ring.keys().primary())).isEqualTo(ROWS);
        assertThat(fill("people", ring)).isEqualTo("C-249: 250 of 250 changed, done true");
    }

    @Test
    void a_node_that_is_killed_loses_nothing_and_another_one_goes_on() {
        var ring = promoted();
        rows(ring).next(PEOPLE);
        everyRowReads(new FieldCipher(ring));
        assertThat(use().rows(former(ring))).isPositive();
        database.sql("update encryption_fill set position = 'C-050'").update(); // what it did last was not noted
        while (rows(ring).next(PEOPLE)) {
            Thread.onSpinWait();
        }
        everyRowReads(new FieldCipher(ring));
        assertThat(use().rows(former(ring))).isZero();
    }

    @Test
    void a_row_that_somebody_has_damaged_stays_as_it_is_and_keeps_its_key() {
        var ring = promoted();
        database.sql("update people set phone = (select phone from people where id = 'C-002') where id = 'C-001'")
                .update();
        while (rows(ring).next(PEOPLE)) {
            Thread.onSpinWait();
        }
        assertThat(use().rows(former(ring))).isEqualTo(1);
    }

    @Test
    void what_is_done_is_not_done_again_until_another_key_is_promoted() {
        var ring = promoted();
        while (rows(ring).next(PEOPLE)) {
            Thread.onSpinWait();
        }
        store("C-000-late", "Late", null, false);
        assertThat(rows(ring).next(PEOPLE)).isFalse();
        assertThat(text("name", "C-000-late")).isEqualTo("Late");
        use().startAgain();
        while (rows(ring).next(PEOPLE)) {
            Thread.onSpinWait();
        }
        assertThat(text("name", "C-000-late"))
                .startsWith(FieldCipher.prefix(ring.keys().primary()));
    }

    @Test
    void rows_of_a_table_with_a_key_of_two_columns_are_all_done_once() {
        database.sql("create table cell (import_number bigint, row_no int, text clob, primary key"
                        + " (import_number, row_no))")
                .update();
        IntStream.range(0, ROWS)
                .forEach(i -> database.sql("insert into cell values (?, ?, ?)")
                        .params(i / 90 + 9L, i % 90, "cell " + i)
                        .update());
        var table = EncryptedTable.kept("cell", RowKey.number("import_number").then(RowKey.number("row_no")), "text");
        var ring = promoted();
        while (rows(ring).next(table)) {
            Thread.onSpinWait();
        }
        var cipher = new FieldCipher(ring);
        assertThat(database.sql("select import_number, row_no, text from cell order by import_number, row_no")
                        .query((row, i) -> cipher.isCurrent(row.getString("text"))
                                + cipher.decrypt(
                                        new Place("cell", "text", row.getString(1) + "/" + row.getString(2)),
                                        row.getString("text")))
                        .list())
                .isEqualTo(
                        IntStream.range(0, ROWS).mapToObj(i -> "truecell " + i).toList());
        assertThat(fill("cell", ring)).isEqualTo("11/69: 250 of 250 changed, done true");
    }

    @Test
    void texts_of_a_table_that_is_only_added_to_get_the_keys_of_their_records() {
        database.sql("create table subject_key (subject varchar(300) primary key, sealed varchar(300))")
                .update();
        database.sql("create table said (id bigint primary key, about varchar(40), text varchar(400))")
                .update();
        IntStream.range(0, ROWS)
                .forEach(i -> database.sql("insert into said values (?, ?, ?)")
                        .params(i + 5L, i % 10 == 0 ? "nobody" : "P-" + i % 3, "words " + i)
                        .update());
        var ring = promoted();
        while (rows(ring).next(SAID)) {
            Thread.onSpinWait();
        }
        var keys = new SubjectKeys(database, new FieldCipher(ring));
        assertThat(database.sql("select id, about, text from said order by id")
                        .query((row, i) -> keys.decrypt(
                                row.getString("about"),
                                new Place("said", "text", row.getString("id")),
                                row.getString("text")))
                        .list())
                .isEqualTo(IntStream.range(0, ROWS).mapToObj(i -> "words " + i).toList());
        assertThat(database.sql("select count(*) from said where text like '{s}%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ROWS - ROWS / 10);
        keys.destroy("P-1");
        assertThat(keys.decrypt("P-1", new Place("said", "text", "6"), said(6))).isEqualTo(SubjectKeys.ERASED);
    }

    private String said(long id) {
        return database.sql("select text from said where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    void the_progress_tells_the_rate_and_the_time_that_is_left() {
        var ring = promoted();
        rows(ring).next(PEOPLE);
        var fills = new EncryptionFills(database, Clock.offset(CLOCK, Duration.ofSeconds(30)));
        fills.store(fills.of("people", ring.keys().primary()), "C-199", 100, 60, false);
        var progress = new ReadKeyRing(ring, use(), fills, List.of(PEOPLE));
        assertThat(progress.keys())
                .extracting(ReadKeyRing.Key::id, ReadKeyRing.Key::primary)
                .containsExactly(tuple(former(ring), false), tuple(ring.keys().primary(), true));
        assertThat(progress.keys().get(0).rows().getAsLong()).isBetween(100L, 150L);
        assertThat(progress.tables())
                .containsExactly(new ReadKeyRing.Table("people", 160, 50, 400L, Duration.ofMillis(7500), false));
    }

    private String fill(String table, FieldKeyRing ring) {
        var fill = new EncryptionFills(database, CLOCK).of(table, ring.keys().primary());
        return fill.position() + ": " + fill.changed() + " of " + fill.seen() + " changed, done " + fill.done();
    }

    private void everyRowReads(FieldCipher cipher) {
        IntStream.range(0, ROWS).forEach(i -> {
            var id = "C-%03d".formatted(i);
            assertThat(cipher.decrypt(place("name", id), text("name", id))).isEqualTo(name(id));
            assertThat(cipher.decrypt(place("phone", id), text("phone", id))).isEqualTo(phone(id));
            if (i % 5 == 0) {
                assertThat(text("name", id)).as("a company").isEqualTo(name(id));
            }
        });
    }

    private FieldKeyRing promoted() {
        var both = KeyRotation.add(first);
        return TestKeys.ring(
                KeyRotation.promote(both, FieldKeys.id(both.getAt(1).getId())));
    }

    private static String former(FieldKeyRing ring) {
        return ring.keys().ids().get(0);
    }

    private EncryptRows rows(FieldKeyRing ring) {
        return new EncryptRows(
                database,
                new DataSourceTransactionManager(source),
                new FieldCipher(ring),
                new SubjectKeys(database, new FieldCipher(ring)),
                new EncryptionFills(database, CLOCK));
    }

    private KeyUse use() {
        return new KeyUse(database, List.of(PEOPLE));
    }

    private void store(String id, String name, String phone, boolean company) {
        database.sql("insert into people values (?, ?, ?, ?)")
                .params(java.util.Arrays.asList(id, name, phone, company))
                .update();
    }

    private String text(String column, String id) {
        return database.sql("select " + column + " from people where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static Place place(String column, String id) {
        return new Place("people", column, id);
    }

    private static String name(String id) {
        return "Ana " + id;
    }

    private static String phone(String id) {
        return "+351 21 " + id;
    }
}
