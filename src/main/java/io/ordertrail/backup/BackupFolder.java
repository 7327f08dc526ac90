package io.ordertrail.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.ordertrail.keyring.OwnFile;

/** The folder of the backups. A file that is not whole yet has another name. */
record BackupFolder(Path place) {

    private static final Pattern NAME = Pattern.compile("ordertrail-(\\d{8}T\\d{6}Z)\\.backup");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PART = ".part";
    static final String CHECKSUM = ".sha256";

    static String name(Instant at) {
        return "ordertrail-" + TIME.format(at) + ".backup";
    }

    /** Where a new backup is written to; what an interrupted one has left is removed. */
    Path part(Instant at) throws IOException {
        OwnFile.folder(place);
        try (var left = Files.newDirectoryStream(place, "*" + PART)) {
            for (var file : left) {
                Files.delete(file);
            }
        }
        return place.resolve(name(at) + PART);
    }

    /** Gives a whole backup its name, and writes its checksum beside it, as sha256sum reads it. */
    Path finish(Path part, String sha256) throws IOException {
        var name = part.getFileName().toString().replace(PART, "");
        var checksum = place.resolve(name + CHECKSUM);
        Files.deleteIfExists(checksum);
        Files.writeString(OwnFile.create(checksum), sha256 + "  " + name + "\n");
        return Files.move(part, place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** All whole backups by their time. */
    SortedMap<Instant, Path> all() throws IOException {
        var found = new TreeMap<Instant, Path>();
        if (Files.isDirectory(place)) {
            try (var files = Files.newDirectoryStream(place)) {
                files.forEach(file -> timeOf(file.getFileName().toString()).ifPresent(at -> found.put(at, file)));
            }
        }
        return found;
    }

    Optional<Path> newest() throws IOException {
        var all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.lastKey()));
    }

    /** Removes what the rule does not keep. */
    void tidy(KeepRule rule) throws IOException {
        var all = all();
        var kept = rule.kept(all.keySet());
        for (var backup : all.entrySet()) {
            if (!kept.contains(backup.getKey())) {
                Files.deleteIfExists(place.resolve(backup.getValue().getFileName() + CHECKSUM));
                Files.delete(backup.getValue());
            }
        }
    }

    /** When the backup of this name was made; empty when it is none, or not whole. */
    static Optional<Instant> timeOf(String file) {
        var name = NAME.matcher(file);
        return name.matches() ? Optional.of(Instant.from(TIME.parse(name.group(1)))) : Optional.empty();
    }

    static Path checksumOf(Path backup) {
        return backup.resolveSibling(backup.getFileName() + CHECKSUM);
    }
}
