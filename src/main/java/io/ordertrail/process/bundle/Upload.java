package io.ordertrail.process.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.refusal.Refusal;

/**
 * Files that somebody uploads, one by one or packed.
 *
 * @param files those that belong to the process, by name without folders
 * @param others the names of those that nothing reads
 */
public record Upload(Map<String, byte[]> files, List<String> others) {

    private static final String FOLDERS = "^.*[/\\\\]";
    private static final String ZIP = ".zip";
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 5_000_000;

    public static Upload empty() {
        return new Upload(new TreeMap<>(), new ArrayList<>());
    }

    /**
     * Adds a file, or all files of a zip archive.
     *
     * @throws Refusal when the archive cannot be read or is too large
     */
    public void add(String name, byte[] content) {
        if (name.endsWith(ZIP)) {
            unpack(name, content);
        } else {
            put(name, content);
        }
    }

    private void unpack(String archive, byte[] content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int rest = MOST_BYTES;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    var file = zip.readNBytes(rest + 1);
                    rest -= file.length;
                    if (rest < 0 || files.size() + others.size() >= MOST_FILES) {
                        throw new Refusal(Refusal.Kind.INVALID, "bundle.upload.large", archive);
                    }
                    put(entry.getName(), file);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "bundle.upload.zip", archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String path, byte[] content) {
        var name = path.replaceFirst(FOLDERS, "");
        if (ProcessFiles.isKnown(name) && name.length() <= LONGEST_NAME) {
            files.put(name, content);
        } else {
            others.add(name);
        }
    }

    /** Tells of the files that nothing reads. */
    List<ProcessFinding> ignored() {
        return others.stream()
                .map(file -> ProcessFinding.warn(file, null, "file.ignored"))
                .toList();
    }

    /** Refuses an upload in which nothing belongs to the process. */
    public Upload orRefuse() {
        if (files.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "bundle.upload.none");
        }
        return this;
    }

    /** Packs files. */
    public static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
