package io.ordertrail.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import io.ordertrail.backup.MySqlDatabase.Programs;

/** Makes backups of the application's database, and databases of backups. */
@Component
class Backups {

    private final BackupSettings settings;
    private final BackupStoreSettings storeSettings;
    private final DataSourceProperties address;
    private final Programs programs;
    private final Clock clock;

    Backups(
            BackupSettings settings,
            BackupStoreSettings storeSettings,
            DataSourceProperties address,
            Clock clock,
            @Value("${ordertrail.database-tls:PREFERRED}") String tls) {
        this.settings = settings;
        this.storeSettings = storeSettings;
        this.address = address;
        this.clock = clock;
        this.programs = new Programs(settings.mysqldump(), settings.mysql(), tls);
    }

    /**
     * A backup that was made.
     *
     * @param bytes its size
     */
    record Made(Path file, long bytes) {}

    /**
     * Copies the running database into a new file, the file into the store if there is one, and removes in both what the
     * rule does not keep.
     */
    Made make() throws IOException {
        var at = clock.instant();
        var folder = folder();
        var part = folder.part(at);
        var manifest = new Manifest(at, count());
        var sha256 = new BackupFile(part, cipher()).write(manifest, database(), settings.files());
        var file = folder.finish(part, sha256);
        var rule = new KeepRule(settings.keep(), clock.getZone());
        folder.tidy(rule);
        if (storeSettings.on()) {
            copyToStore(file, rule);
        }
        return new Made(file, Files.size(file));
    }

    private void copyToStore(Path file, KeepRule rule) throws IOException {
        try (var store = new BackupStore(storeSettings)) {
            store.put(file);
            store.tidy(rule);
        }
    }

    private SortedMap<String, Long> count() throws IOException {
        var database = database();
        var connected = database.connect();
        try {
            return Manifest.count(connected);
        } finally {
            database.disconnect(connected);
        }
    }

    /**
     * Makes a database of a backup. The file is read to its end before anything is written.
     *
     * @throws IOException when the place is not empty, or the file cannot be read
     */
    Manifest restore(Path file, BackedUpDatabase into) throws IOException {
        var occupied = into.occupied();
        if (!occupied.isEmpty()) {
            throw new IOException(occupied);
        }
        var backup = new BackupFile(file, existingCipher());
        backup.read(database -> database.transferTo(OutputStream.nullOutputStream()));
        return backup.read(into::restore);
    }

    /**
     * Makes the next backup due at once in a database that was restored. Its copy says that a node is making a backup: the
     * one that made this backup, which nobody waits for any more.
     */
    void release(BackedUpDatabase restored) throws IOException {
        var connected = restored.connect();
        try {
            new JdbcTemplate(connected).update("update backup_duty set taken_until = due_at");
        } finally {
            restored.disconnect(connected);
        }
    }

    /** Writes the further files of a backup into a folder. */
    void unpackFiles(Path file, Path folder) throws IOException {
        new BackupFile(file, existingCipher()).unpackFiles(folder);
    }

    /** The newest backup; when only the store has it, it is fetched into the folder. */
    Optional<Path> newest() throws IOException {
        var here = folder().newest();
        if (!storeSettings.on()) {
            return here;
        }
        try (var store = new BackupStore(storeSettings)) {
            var there = store.newest();
            return there.filter(at -> here.isEmpty() || timeOf(here.get()).isBefore(at))
                            .isPresent()
                    ? Optional.of(store.fetch(there.get(), settings.place()))
                    : here;
        }
    }

    private static Instant timeOf(Path backup) {
        return BackupFolder.timeOf(backup.getFileName().toString()).orElseThrow();
    }

    BackupFolder folder() {
        return new BackupFolder(settings.place());
    }

    /** The database of the application. */
    BackedUpDatabase database() throws IOException {
        var url = address.determineUrl();
        if (EmbeddedDatabase.isAt(url)) {
            return new EmbeddedDatabase(url, address.determineUsername(), address.determinePassword());
        }
        if (MySqlDatabase.isAt(url)) {
            return new MySqlDatabase(url, address.determineUsername(), address.determinePassword(), programs);
        }
        throw new IOException("a database in memory has no backups");
    }

    private BackupCipher cipher() {
        return new BackupCipher(settings.keys());
    }

    private BackupCipher existingCipher() {
        return new BackupCipher(settings.keys().existing());
    }
}
