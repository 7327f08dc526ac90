package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The commands as operators type them. */
@ExtendWith(OutputCaptureExtension.class)
class KeyRingCommandTest {

    @TempDir
    Path folder;

    private EncryptionSettings settings;
    private FieldCipher cipher;

    @BeforeEach
    void a_database_with_one_customer() throws SQLException {
        settings = new EncryptionSettings("", folder.resolve("encryption.key"), "");
        cipher = new FieldCipher(new FieldKeyRing(settings));
        for (var table : new String[] {
            "customer (number varchar(40), name varchar(1200), street varchar(1200), phone varchar(400), email"
                    + " varchar(1500), company boolean)",
            "customer_order (number varchar(40), note varchar(5500), ship_name varchar(1200), ship_street"
                    + " varchar(1200), ship_phone varchar(400), ship_email varchar(1500))",
            "webhook_endpoint (id varchar(36), secret varchar(400), former_secret varchar(400))",
            "idempotency_key (key_hash char(64), response mediumtext)",
            "form_draft (person varchar(100), form varchar(255), content mediumtext)",
            "subject_key (subject varchar(300), sealed varchar(300))",
            "encryption_key (id varchar(8), sample varchar(200))",
            "transfer (number bigint, note varchar(2800), reason varchar(2800))",
            "purchase_order (id bigint, note varchar(5500))",
            "stocktake (number bigint, reason varchar(2800))",
            "stock_movement (id bigint, reason varchar(2800))",
            "process_bundle (number bigint, note varchar(5500))",
            "order_import (number bigint, layout mediumtext)",
            "order_import_entry (import_number bigint, first_row bigint, file_rows mediumtext, faults mediumtext)",
            "order_import_correction (import_number bigint, row_number_in_file bigint, place int, cell mediumtext)",
            "order_import_piece (import_number bigint, place int, sealed_with varchar(12))",
            "record_import (number bigint, layout mediumtext)",
            "record_import_row (import_number bigint, row_no bigint, cells mediumtext, faults mediumtext, differences"
                    + " mediumtext)",
            "record_import_piece (import_number bigint, place int, sealed_with varchar(12))",
            "encryption_fill (table_name varchar(60), key_id varchar(8), position varchar(100), seen bigint, changed"
                    + " bigint, done boolean, started_at datetime(6), went_at datetime(6))"
        }) {
            sql("create table " + table);
        }
        sql("insert into customer values ('C-1', '%s', null, null, null, false)"
                .formatted(cipher.encrypt(new Place("customer", "name", "C-1"), "Ana")));
        sql("insert into encryption_fill values ('customer', 'x', 'C-1', 1, 0, true, current_timestamp,"
                + " current_timestamp)");
    }

    @Test
    void a_key_is_added_promoted_and_dropped_when_nothing_needs_it(CapturedOutput output) throws Exception {
        var former = keys().primary();
        assertThat(run("encryption-keys", "add")).isZero();
        assertThat(keys().ids()).hasSize(2).first().isEqualTo(former);
        var added = keys().ids().get(1);
        assertThat(run("encryption-keys", "promote", added)).isZero();
        assertThat(keys().primary()).isEqualTo(added);

        assertThat(run("encryption-keys", "drop", former)).isEqualTo(2);
        assertThat(output).contains("Nothing was done: 1 rows still need key " + former);
        assertThat(keys().ids()).hasSize(2);

        assertThat(run("encryption-keys")).isZero();
        assertThat(output)
                .contains("Key " + former + ": 1 rows", "Key " + added + ", primary: 0 rows", "Table customer: 0 rows")
                .contains("not done yet");
        sql("update customer set name = 'Contoso Ltd'");
        assertThat(run("encryption-keys", "drop", former)).isZero();
        assertThat(keys().ids()).containsExactly(added);
    }

    @Test
    void no_key_ring_is_made_to_show_its_keys(CapturedOutput output) throws Exception {
        Files.delete(settings.keyFile());
        assertThat(run("encryption-keys")).isEqualTo(2);
        assertThat(output).contains("Nothing was done: there is no key ring of personal data");
        assertThat(settings.keyFile()).doesNotExist();
    }

    @Test
    void a_word_that_is_no_step_is_refused(CapturedOutput output) {
        assertThat(run("encryption-keys", "remove")).isEqualTo(2);
        assertThat(output).contains("expected is encryption-keys [add | promote ID | drop ID]");
        assertThat(run("encryption-keys", "promote")).isEqualTo(2);
        assertThat(output).contains("the id of the key is missing");
    }

    @Test
    void a_new_key_ring_is_printed(CapturedOutput output) {
        assertThat(KeyRingCommand.run("new-encryption-key")).isZero();
        assertThat(output.getOut()).contains("\"primaryKeyId\"");
        assertThat(KeyRingCommand.isRequested("--ordertrail.encryption.key=x")).isFalse();
    }

    private FieldKeys keys() {
        return FieldKeys.read(settings);
    }

    private void sql(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), "sa", "")) {
            connection.createStatement().execute(sql);
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("db") + ";MODE=MySQL";
    }

    private int run(String... command) {
        var logging = "org.springframework.boot.logging.LoggingSystem";
        System.setProperty(logging, "none"); // otherwise it would reconfigure the logging of all tests
        try {
            return KeyRingCommand.run(Stream.concat(
                            Stream.of(command),
                            Stream.of(
                                    "--spring.datasource.url=" + url(),
                                    "--ordertrail.encryption.key=",
                                    "--ordertrail.encryption.key-file=" + settings.keyFile()))
                    .toArray(String[]::new));
        } finally {
            System.clearProperty(logging);
        }
    }
}
