package io.ordertrail.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Whoever holds the database rewrites the trail of changes, and each way of doing so is found. */
@ExtendWith(OutputCaptureExtension.class)
class VerifyTrailTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDateTime MORNING = LocalDateTime.parse("2026-11-29T06:00:00");
    private static final String OURS = "b25lIGtleSBmb3IgYWxsIHRlc3RzLCBrbm93biB0byA=";
    private static final String FOREIGN = "YW5vdGhlciBrZXkgd2hpY2ggbm9ib2R5IGtub3dzIHE=";

    @TempDir
    Path folder;

    private DataSource database;
    private JdbcTemplate sql;

    @BeforeEach
    void ten_entries_are_sealed() {
        database = new DriverManagerDataSource(url(), "sa", "");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V10__changes.sql"),
                        new ClassPathResource("db/migration/V46__trail_seals.sql"),
                        new ClassPathResource("db/migration/V47__origin_of_changes.sql"))
                .execute(database);
        sql = new JdbcTemplate(database);
        LongStream.rangeClosed(1, 10).forEach(i -> enter(i, MORNING.plusHours(i)));
        seal();
    }

    @Test
    void a_trail_that_nobody_has_touched_is_intact() {
        enter(11, MORNING.plusHours(11));
        seal();
        var result = verify(null);
        assertThat(result.faults()).isEmpty();
        assertThat(result.entries()).isEqualTo(11);
        assertThat(verify(result.head()).faults()).isEmpty();
        assertThat(Head.of(result.head().line())).isEqualTo(result.head());
    }

    @Test
    void entries_of_many_batches_form_one_chain() {
        LongStream.rangeClosed(11, 1300)
                .forEach(i -> enter(i, MORNING.plusHours(11).plusSeconds(i)));
        seal();
        assertThat(verify(null).faults()).isEmpty();
        assertThat(verify(null).entries()).isEqualTo(1300);
        sql.update("update change_entry set actor = 'nobody' where id = 1250");
        assertThat(verify(null).faults()).containsExactly("Entry 1250, sealed at position 1250, was changed");
    }

    @Test
    void an_entry_that_is_committed_late_is_sealed_behind_later_ones() {
        enter(12, MORNING.plusHours(12));
        seal();
        enter(11, MORNING.plusHours(12).minusMinutes(4));
        seal();
        assertThat(verify(null).faults()).isEmpty();
        assertThat(verify(null).entries()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'somebody'",
                "origin = '203.0.113.9'",
                "kind = 'SITE'",
                "subject = 'C-2'",
                "act = 'CREATED'",
                "place = 'VIE'",
                "field = 'name'",
                "former = null",
                "former = ''",
                "current = '9999'",
                "at = timestamp '2026-11-29 06:00:01'"
            })
    void a_changed_entry_is_found(String change) {
        sql.update("update change_entry set " + change + " where id = 5");
        assertThat(verify(null).faults()).containsExactly("Entry 5, sealed at position 5, was changed");
    }

    @Test
    void a_removed_entry_is_found() {
        sql.update("delete from change_entry where id = 5");
        assertThat(verify(null).faults()).containsExactly("Entry 5, sealed at position 5, was removed");
    }

    @Test
    void an_entry_that_is_removed_with_its_seal_is_found() {
        sql.update("delete from change_entry where id = 5");
        sql.update("delete from trail_seal where entry = 5");
        assertThat(verify(null).faults()).containsExactly("The seals from 5 to 5 were removed");
        chainAgain(true);
        assertThat(verify(null).faults()).isNotEmpty().allMatch(fault -> fault.contains("head"));
    }

    @Test
    void an_inserted_entry_is_found() {
        enter(99, MORNING.plusHours(5).plusMinutes(1));
        seal();
        assertThat(verify(null).faults()).containsExactly("Entry 99 was inserted: it has no seal");
    }

    @Test
    void an_entry_that_is_inserted_into_a_chain_that_is_made_again_is_found() {
        enter(99, MORNING.plusHours(5).plusMinutes(1));
        chainAgain(false);
        assertThat(verify(null).faults())
                .containsExactly(
                        "The chain up to position 10 is not the one that was signed at 2026-11-29T12:00:00Z",
                        "The end of the chain, position 11, has no head");
    }

    @Test
    void reordered_entries_are_found() {
        sql.update("update trail_seal set entry = -5 where position = 5");
        sql.update("update trail_seal set entry = 5 where position = 6");
        sql.update("update trail_seal set entry = 6 where position = 5");
        assertThat(verify(null).faults())
                .contains(
                        "The seal at position 5 (entry 6) was changed or moved",
                        "The seal at position 6 (entry 5) was changed or moved");
    }

    @Test
    void an_end_that_was_cut_off_is_found_by_a_head_that_was_kept() {
        var kept = verify(null).head();
        sql.update("delete from change_entry where id > 8");
        assertThat(verify(null).faults()).hasSize(2);
        sql.update("delete from trail_seal where position > 8");
        assertThat(verify(null).faults()).containsExactly("The end of the chain, position 8, has no head");
        sql.update("delete from trail_head");
        sql.update("delete from trail_seal");
        sql.update("update trail_chain set sealed_until = timestamp '2000-01-01 00:00:00'");
        seal();
        assertThat(verify(null).faults()).as("a whole shorter trail").isEmpty();
        assertThat(verify(kept).faults())
                .containsExactly(
                        "The end was cut off: position 8 is the last, and the head of 2026-11-29T12:00:00Z says 10");
    }

    @Test
    void a_trail_that_somebody_else_has_sealed_is_found() {
        sql.update("update change_entry set current = '9999' where id = 5");
        sql.update("delete from trail_head");
        sql.update("delete from trail_seal");
        sql.update("update trail_chain set sealed_until = timestamp '2000-01-01 00:00:00'");
        seal(FOREIGN);
        assertThat(verify(null).faults())
                .containsExactly("The head at position 10 is not signed with the key of the trail");
    }

    @Test
    void a_node_with_another_key_does_not_start() {
        var configuration = new TrailConfiguration();
        assertThat(configuration.trailKey(settings(OURS, List.of()), database)).isNotNull();
        assertThatThrownBy(() -> configuration.trailKey(settings(FOREIGN, List.of()), database))
                .hasMessageContaining("ORDERTRAIL_TRAIL_KEY");
        var former = TrailKey.read(settings(OURS, List.of())).publicKey();
        assertThat(configuration.trailKey(settings(FOREIGN, List.of(former)), database))
                .isNotNull();
    }

    @Test
    void a_key_that_is_too_short_is_refused_and_a_missing_one_is_made() throws Exception {
        assertThatThrownBy(() -> TrailKey.read(settings("c2hvcnQ=", List.of()))).hasMessageContaining("openssl rand");
        var made = TrailKey.read(settings("", List.of()));
        assertThat(TrailKey.read(settings("", List.of())).publicKey()).isEqualTo(made.publicKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("trail.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_newest_head_is_kept_in_a_file_and_the_command_uses_it(CapturedOutput output) {
        enter(11, MORNING.plusHours(11));
        new SealTrailLoop(sealTrail(OURS), settings(OURS, List.of())).round();
        assertThat(command()).isZero();
        assertThat(output).contains("The trail of changes is intact: 11 entries");
        sql.update("delete from change_entry where id = 11");
        sql.update("delete from trail_seal where position = 11");
        sql.update("delete from trail_head where position = 11");
        assertThat(command()).isEqualTo(1);
        assertThat(output).contains("The end was cut off: position 10 is the last");
        assertThat(command("")).as("no key").isEqualTo(2);
        assertThat(output).contains("there is no key");
        assertThat(folder.resolve("trail.key")).doesNotExist();
        sql.execute("drop table trail_seal");
        assertThat(command()).isEqualTo(2);
        assertThat(output).contains("holds no Ordertrail of this version");
    }

    /** Somebody who knows how makes the chain again, and cannot sign it. */
    private void chainAgain(boolean heads) {
        sql.update("delete from trail_seal");
        if (heads) {
            sql.update("update trail_head set position = 9");
        }
        var before = Entry.BEGINNING;
        long position = 0;
        for (var entry : sql.query(
                "select " + Entry.COLUMNS + " from change_entry e order by e.at", (row, i) -> Entry.read(row))) {
            before = Entry.hash(before, ++position, entry.id(), entry.digest());
            sql.update("insert into trail_seal values (?, ?, ?, ?)", position, entry.id(), entry.digest(), before);
        }
    }

    private void enter(long id, LocalDateTime at) {
        sql.update(
                "insert into change_entry values (?, ?, 'sam', 'CUSTOMER', 'C-1', 'CHANGED', null, 'creditLimit',"
                        + " '500', '600', null)",
                id,
                at);
    }

    private void seal() {
        seal(OURS);
    }

    private void seal(String key) {
        var sealTrail = sealTrail(key);
        while (sealTrail.seal().isPresent()) {
            // the next batch
        }
    }

    private SealTrail sealTrail(String key) {
        return new SealTrail(sql, TrailKey.read(settings(key, List.of())), NOON);
    }

    private VerifyTrail.Result verify(Head kept) {
        return new VerifyTrail(database, TrailKey.read(settings(OURS, List.of()))).verify(kept);
    }

    private TrailSettings settings(String key, List<String> former) {
        return new TrailSettings(
                Duration.ofSeconds(5),
                key,
                folder.resolve("trail.key"),
                former,
                folder.resolve("trail.head").toString());
    }

    private int command() {
        return command(OURS);
    }

    private int command(String key) {
        var logging = "org.springframework.boot.logging.LoggingSystem";
        System.setProperty(logging, "none"); // otherwise it would reconfigure the logging of all tests
        try {
            return VerifyTrailCommand.run(
                    "verify-audit",
                    "--spring.datasource.url=" + url(),
                    "--spring.datasource.username=sa",
                    "--ordertrail.trail.key=" + key,
                    "--ordertrail.trail.key-file=" + folder.resolve("trail.key"),
                    "--ordertrail.trail.head-file=" + folder.resolve("trail.head"));
        } finally {
            System.clearProperty(logging);
        }
    }

    private String url() {
        return "jdbc:h2:mem:" + folder.getFileName() + ";MODE=MySQL;DB_CLOSE_DELAY=-1";
    }
}
