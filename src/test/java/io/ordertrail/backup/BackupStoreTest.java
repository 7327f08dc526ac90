package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are copied to a store that speaks S3, and come back from it. */
class BackupStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final String NAME = "ordertrail-20261129T120000Z.backup";
    private static final int PART = 1000;

    @TempDir
    Path folder;

    private StoreOfTests server;
    private BackupStore store;

    @BeforeEach
    void a_store() throws IOException {
        server = new StoreOfTests();
        store = new BackupStore(
                new BackupStoreSettings(
                        StoreOfTests.BUCKET, "ours/", server.address(), "us-east-1", "me", "secret", true),
                PART);
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void a_backup_and_its_checksum_are_copied_and_fetched_as_they_are() throws Exception {
        store.put(backup(NOON, 100));
        assertThat(server.objects).containsOnlyKeys("ours/" + NAME, "ours/" + NAME + ".sha256");
        assertThat(store.newest()).contains(NOON);

        var fetched = store.fetch(NOON, folder.resolve("fetched"));
        assertThat(fetched).hasSameBinaryContentAs(folder.resolve(NAME)).hasFileName(NAME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fetched)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_large_one_goes_in_parts() throws Exception {
        store.put(backup(NOON, 3 * PART + 7));
        assertThat(store.fetch(NOON, folder.resolve("fetched"))).hasSameBinaryContentAs(folder.resolve(NAME));
        assertThat(server.unfinished()).isZero();
    }

    @Test
    void a_copy_that_broke_off_is_none_and_the_reason_is_told() throws Exception {
        var backup = backup(NOON, 3 * PART);
        server.patience = 3;
        assertThatThrownBy(() -> store.put(backup))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("takes no copy of " + NAME)
                .hasMessageNotContaining("secret");
        server.patience = Integer.MAX_VALUE;
        assertThat(store.all()).isEmpty();
    }

    @Test
    void older_copies_go_by_the_rule_and_other_objects_stay() throws Exception {
        server.objects.put("ours/notes.txt", new byte[1]);
        server.objects.put("theirs/" + NAME, new byte[1]);
        for (int day = 0; day < 20; day++) {
            store.put(backup(NOON.plus(Duration.ofDays(day)), 10));
        }
        store.tidy(new KeepRule(new BackupSettings.Keep(3, 1, 1), ZoneOffset.UTC));
        assertThat(store.all()).hasSizeBetween(3, 5).containsKey(NOON.plus(Duration.ofDays(19)));
        assertThat(server.objects)
                .containsKeys("ours/notes.txt", "theirs/" + NAME)
                .doesNotContainKey("ours/" + NAME + ".sha256");
    }

    @Test
    void a_store_without_backups_has_no_newest_one() throws Exception {
        assertThat(store.newest()).isEmpty();
        assertThatThrownBy(() -> store.fetch(NOON, folder)).isInstanceOf(IOException.class);
        assertThat(folder.resolve(NAME)).doesNotExist();
    }

    @Test
    void without_an_address_it_is_amazons_and_no_text_tells_the_secret() {
        var amazon = new BackupStoreSettings("vault", "", null, "eu-central-1", "me", "secret", false);
        assertThatCode(() -> new BackupStore(amazon).close()).doesNotThrowAnyException();
        assertThat(amazon).hasToString("store of backups eu-central-1 vault/");
    }

    private Path backup(Instant at, int bytes) throws IOException {
        var content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        var file = Files.write(folder.resolve(BackupFolder.name(at)), content);
        Files.writeString(BackupFolder.checksumOf(file), "0123  " + file.getFileName() + "\n");
        return file;
    }
}
