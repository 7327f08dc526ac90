package io.ordertrail.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

import io.ordertrail.keyring.OwnFile;

/**
 * Restores the newest backup beside the running system and checks it: every rule that must be true of the data, and
 * whether it has the rows that it should have.
 */
@Component
class DrillBackup {

    private static final String FOLDER = ".drill-";
    /** Rows are added to these tables, and never removed. */
    private static final Set<String> ONLY_GROW = Set.of(
            "customer",
            "product",
            "site",
            "customer_order",
            "order_line",
            "order_event",
            "stock_movement",
            "change_entry");

    private final Backups backups;
    private final List<RestoredCheck> checks;
    private final DataSource running;

    DrillBackup(Backups backups, List<RestoredCheck> checks, DataSource running) {
        this.backups = backups;
        this.checks = checks;
        this.running = running;
    }

    /**
     * What a drill found.
     *
     * @param faults sentences; empty when the backup is as it should be
     * @param counts for each table: its name, its rows in the backup, restored, and now
     */
    record Result(Path file, List<String> faults, List<String> counts) {}

    Result drill() throws IOException {
        var file = backups.newest().orElseThrow(() -> new IOException("there is no backup yet"));
        Leftovers.remove(backups.folder().place(), FOLDER);
        var folder = OwnFile.folderIn(backups.folder().place(), FOLDER);
        try {
            return drill(file, backups.database().beside(folder));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Result drill(Path file, BackedUpDatabase place) throws IOException {
        try {
            var manifest = backups.restore(file, place);
            var restored = place.connect();
            try {
                return compare(file, manifest.rows(), restored);
            } finally {
                place.disconnect(restored);
            }
        } finally {
            place.remove();
        }
    }

    private Result compare(Path file, SortedMap<String, Long> backedUp, DataSource restored) {
        var found = Manifest.count(restored);
        var now = Manifest.count(running);
        var faults = new ArrayList<>(faults(backedUp, found, now));
        checks.forEach(check -> faults.addAll(check.faults(restored)));
        var counts = ONLY_GROW.stream()
                .filter(backedUp::containsKey)
                .sorted()
                .map(table -> "%s %d %d %d"
                        .formatted(
                                table, backedUp.get(table), found.getOrDefault(table, 0L), now.getOrDefault(table, 0L)))
                .toList();
        return new Result(file, faults, counts);
    }

    /** The rows were counted before the copy began, so the copy may have more. */
    static List<String> faults(
            SortedMap<String, Long> backedUp, SortedMap<String, Long> restored, SortedMap<String, Long> now) {
        var faults = backedUp.keySet().stream()
                .filter(table -> !restored.containsKey(table))
                .map(table -> "The table " + table + " is missing")
                .collect(Collectors.toCollection(ArrayList::new));
        for (var table : ONLY_GROW) {
            var rows = restored.getOrDefault(table, 0L);
            if (rows < backedUp.getOrDefault(table, 0L)) {
                faults.add(
                        "%s has %d rows, and had %d when the backup began".formatted(table, rows, backedUp.get(table)));
            }
            if (rows > now.getOrDefault(table, 0L)) {
                faults.add("%s has %d rows, and the running system has %d".formatted(table, rows, now.get(table)));
            }
        }
        return faults;
    }
}
