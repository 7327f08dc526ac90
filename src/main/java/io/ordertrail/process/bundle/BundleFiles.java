package io.ordertrail.process.bundle;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.deadline.StepDeadlines;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.refusal.Refusal;

/** The contents of the files of bundles. */
@Component
@Transactional
public class BundleFiles {

    private final StoredFiles stored;

    BundleFiles(StoredFiles stored) {
        this.stored = stored;
    }

    /** The files of a bundle by name. */
    @Transactional(readOnly = true)
    public Map<String, byte[]> of(Bundle bundle) {
        var contents = stored.findByHashIn(Set.copyOf(bundle.files().values())).stream()
                .collect(Collectors.toMap(StoredFile::hash, StoredFile::content));
        var files = new TreeMap<String, byte[]>();
        bundle.files().forEach((name, hash) -> files.put(name, contents.get(hash)));
        return files;
    }

    /**
     * One file of a bundle.
     *
     * @throws Refusal when it has no such file
     */
    @Transactional(readOnly = true)
    public byte[] of(Bundle bundle, String name) {
        var content = of(bundle).get(name);
        if (content == null) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "bundle.file.unknown", String.valueOf(bundle.number()), name);
        }
        return content;
    }

    /** Stores the contents that are not stored yet, and returns the hashes by name. */
    Map<String, String> store(Map<String, byte[]> files) {
        var hashes = new TreeMap<String, String>();
        files.forEach((name, content) -> hashes.put(name, store(content)));
        return hashes;
    }

    private String store(byte[] content) {
        var hash = StoredFile.hash(content);
        if (!stored.existsById(hash)) {
            stored.save(new StoredFile(content));
        }
        return hash;
    }

    static boolean same(Map<String, byte[]> some, Map<String, byte[]> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
    }

    /**
     * Adds to an upload what it does not bring: a file with the same processes, tables or form replaces the other, and a
     * line of the deadlines the line of the same step.
     */
    static Map<String, byte[]> completed(Map<String, byte[]> upload, Map<String, byte[]> base) {
        var replaced = ids(ProcessFiles.of(upload));
        var all = new TreeMap<>(base);
        base.forEach((name, content) -> {
            if (ids(ProcessFiles.of(Map.of(name, content))).stream().anyMatch(replaced::contains)) {
                all.remove(name);
            }
        });
        all.putAll(upload);
        all.computeIfPresent(
                StepDeadlines.FILE,
                (name, lines) -> StepDeadlines.completed(lines, base.getOrDefault(name, new byte[0])));
        return all;
    }

    private static Set<String> ids(ProcessFiles files) {
        return Stream.of(
                        files.processes().map(process -> "process " + process.getId()),
                        files.tables().stream()
                                .flatMap(ProcessFiles.Table::decisions)
                                .map(table -> "table " + table.getId()),
                        files.forms().stream().map(form -> "form " + form.id()))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }
}
