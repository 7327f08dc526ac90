package io.ordertrail.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.ordertrail.keyring.KeySource;

/**
 * How backups are made and kept.
 *
 * @param folder where they are stored; empty for no backups
 * @param every the time from one backup to the next; zero for no backups
 * @param drillEvery the time from one drill to the next
 * @param key the key ring that encrypts them; when it is empty, the file has it
 * @param keep how many are kept
 * @param files more files and folders that belong to the system, such as its settings and the export of the realm
 * @param mysqldump the program that copies a MySQL database
 * @param mysql the program that restores it
 */
@ConfigurationProperties("ordertrail.backup")
public record BackupSettings(
        @DefaultValue("") String folder,
        @DefaultValue("24h") Duration every,
        @DefaultValue("7d") Duration drillEvery,
        @DefaultValue("") String key,
        @DefaultValue("./data/backup.key") Path keyFile,
        @DefaultValue Keep keep,
        @DefaultValue List<Path> files,
        @DefaultValue("mysqldump") String mysqldump,
        @DefaultValue("mysql") String mysql) {

    /** The newest backup of so many days, weeks and months is kept. */
    public record Keep(
            @DefaultValue("7") int days,
            @DefaultValue("5") int weeks,
            @DefaultValue("12") int months) {}

    /** Tells whether backups are made. */
    public boolean on() {
        return !folder.isBlank() && !every.isZero();
    }

    /** Tells whether somebody has decided that there are none. */
    public boolean switchedOff() {
        return every.isZero();
    }

    Path place() {
        return Path.of(folder).toAbsolutePath().normalize();
    }

    KeySource keys() {
        return new KeySource("backups", key, "ordertrail.backup.key", keyFile);
    }
}
