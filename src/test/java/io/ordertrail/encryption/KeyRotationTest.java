package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are replaced while nodes run: each node reads the file again. */
class KeyRotationTest {

    private static final Place NAME = new Place("customer", "name", "C-1");

    @TempDir
    Path folder;

    private EncryptionSettings settings;
    private FieldKeyRing ring;
    private FieldCipher cipher;
    private int changes;

    @BeforeEach
    void a_node_has_made_a_key_ring() {
        settings = new EncryptionSettings("", folder.resolve("encryption.key"), "");
        ring = new FieldKeyRing(settings);
        cipher = new FieldCipher(ring);
    }

    @Test
    void only_its_owner_may_read_the_file() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.keyFile())))
                .isEqualTo("rw-------");
        settings.keys().replace(KeyRotation.add(settings.keys().read(FieldKeys.PARAMETERS)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.keyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_promoted_key_encrypts_and_the_former_one_still_decrypts() throws Exception {
        var before = cipher.encrypt(NAME, "Ana");
        var former = ring.keys().primary();
        promoteANewKey();
        assertThat(ring.refresh()).isTrue();
        assertThat(ring.keys().primary()).isNotEqualTo(former);
        assertThat(cipher.encrypt(NAME, "Ana"))
                .startsWith(FieldCipher.prefix(ring.keys().primary()));
        assertThat(cipher.isCurrent(before)).isFalse();
        assertThat(cipher.decrypt(NAME, before)).isEqualTo("Ana");
    }

    @Test
    void a_node_that_has_not_read_the_new_key_yet_reads_it_when_another_node_has_used_it() throws Exception {
        promoteANewKey();
        var other = new FieldCipher(new FieldKeyRing(settings));
        assertThat(cipher.decrypt(NAME, other.encrypt(NAME, "Ana"))).isEqualTo("Ana");
    }

    @Test
    void a_dropped_key_reads_nothing_more() throws Exception {
        var before = cipher.encrypt(NAME, "Ana");
        var former = ring.keys().primary();
        promoteANewKey();
        ring.refresh();
        change(() -> KeyRotation.drop(settings.keys().read(FieldKeys.PARAMETERS), former));
        assertThat(ring.refresh()).isTrue();
        assertThatThrownBy(() -> cipher.decrypt(NAME, before)).isInstanceOf(UnreadableField.class);
    }

    @Test
    void the_primary_key_is_never_dropped_and_an_unknown_one_neither() {
        var keys = settings.keys().read(FieldKeys.PARAMETERS);
        assertThatThrownBy(() -> KeyRotation.drop(keys, ring.keys().primary())).hasMessageContaining("primary");
        assertThatThrownBy(() -> KeyRotation.drop(keys, "00000000")).hasMessageContaining("has no key 00000000");
    }

    @Test
    void a_file_that_has_lost_the_key_in_use_is_not_taken() throws Exception {
        var former = ring.keys().primary();
        Files.delete(settings.keyFile());
        FieldKeys.read(settings);
        touch();
        assertThat(ring.refresh()).isFalse();
        assertThat(ring.keys().primary()).isEqualTo(former);
    }

    private void promoteANewKey() throws Exception {
        change(() -> KeyRotation.add(settings.keys().read(FieldKeys.PARAMETERS)));
        var ids = FieldKeys.read(settings).ids();
        change(() -> KeyRotation.promote(settings.keys().read(FieldKeys.PARAMETERS), ids.get(ids.size() - 1)));
    }

    private void change(java.util.function.Supplier<com.google.crypto.tink.KeysetHandle> keys) throws Exception {
        settings.keys().replace(keys.get());
        touch();
    }

    /** Files that are changed in the same moment have the same time, so each change gets a later one. */
    private void touch() throws Exception {
        changes++;
        Files.setLastModifiedTime(
                settings.keyFile(), FileTime.from(Instant.now().plusSeconds(changes)));
    }
}
