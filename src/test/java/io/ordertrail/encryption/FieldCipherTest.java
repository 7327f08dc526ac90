package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

/** A text is stored so that nobody reads it without the key, and nobody moves it. */
class FieldCipherTest {

    private static final Place STREET = new Place("customer", "street", "C-1");
    private final FieldCipher cipher = TestKeys.cipher();

    @Test
    void what_is_stored_does_not_show_the_text_and_is_another_one_each_time() {
        var stored = cipher.encrypt(STREET, "Linienstraße 14");
        assertThat(stored).doesNotContain("Linien").isNotEqualTo(cipher.encrypt(STREET, "Linienstraße 14"));
        assertThat(cipher.decrypt(STREET, stored)).isEqualTo("Linienstraße 14");
    }

    @Test
    void a_text_is_not_readable_in_another_row_or_column_or_table() {
        var stored = cipher.encrypt(STREET, "Linienstraße 14");
        assertThatThrownBy(() -> cipher.decrypt(new Place("customer", "street", "C-2"), stored))
                .isInstanceOf(UnreadableField.class)
                .hasMessageNotContaining("Linien");
        assertThatThrownBy(() -> cipher.decrypt(new Place("customer", "name", "C-1"), stored))
                .isInstanceOf(UnreadableField.class);
        assertThatThrownBy(() -> cipher.decrypt(new Place("customer_order", "street", "C-1"), stored))
                .isInstanceOf(UnreadableField.class);
    }

    @Test
    void a_changed_text_is_refused() {
        var stored = cipher.encrypt(STREET, "Linienstraße 14");
        var at = stored.length() - 6;
        var changed = stored.substring(0, at) + (stored.charAt(at) == 'A' ? 'B' : 'A') + stored.substring(at + 1);
        assertThatThrownBy(() -> cipher.decrypt(STREET, changed)).isInstanceOf(UnreadableField.class);
    }

    @Test
    void a_text_from_before_is_read_as_it_is() {
        assertThat(cipher.decrypt(STREET, "Linienstraße 14")).isEqualTo("Linienstraße 14");
        assertThat(cipher.decrypt(STREET, "{k:not a key}")).isEqualTo("{k:not a key}");
        assertThat(cipher.decrypt(STREET, null)).isNull();
    }

    @Test
    void a_text_in_the_clear_that_looks_encrypted_is_encrypted() {
        var name = "{k:12345678}Trick Ltd";
        var stored = cipher.clear(STREET, name);
        assertThat(stored).isNotEqualTo(name);
        assertThat(cipher.decrypt(STREET, stored)).isEqualTo(name);
        assertThat(cipher.clear(STREET, "Contoso Ltd")).isEqualTo("Contoso Ltd");
    }

    @Test
    void a_part_of_a_file_is_readable_in_its_place_alone_and_names_its_key() {
        var part = "Anna;Linienstraße 14".getBytes(StandardCharsets.UTF_8);
        var sealed = cipher.seal(STREET, part);
        assertThat(new String(sealed.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Anna");
        assertThat(sealed.key()).isEqualTo(FieldCipher.prefix(cipher.primary()));
        assertThat(cipher.open(STREET, sealed)).isEqualTo(part);
        assertThatThrownBy(() -> cipher.open(new Place("customer", "street", "C-2"), sealed))
                .isInstanceOf(UnreadableField.class);
        assertThat(cipher.open(STREET, new SealedBytes(part, null)))
                .as("from before")
                .isEqualTo(part);
    }

    @Test
    void another_key_ring_reads_nothing() {
        var stored = cipher.encrypt(STREET, "Linienstraße 14");
        assertThatThrownBy(() -> TestKeys.cipher().decrypt(STREET, stored)).isInstanceOf(UnreadableField.class);
    }

    @Test
    void the_longest_texts_fit_their_columns() {
        var longest = "\uD83D\uDE00";
        assertThat(cipher.encrypt(STREET, longest.repeat(100))).hasSizeLessThan(1200);
        assertThat(cipher.encrypt(STREET, "漢".repeat(200))).hasSizeLessThan(1200);
        assertThat(cipher.encrypt(STREET, "漢".repeat(1000))).hasSizeLessThan(5500);
    }
}
