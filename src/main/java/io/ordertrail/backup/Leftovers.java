package io.ordertrail.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.springframework.util.FileSystemUtils;

/** Folders with data in the clear, or a password, that a killed process has left behind. */
final class Leftovers {

    private static final Pattern PROCESS = Pattern.compile("(\\d+)-.*");

    private Leftovers() {}

    /** Removes all folders of this prefix, where only one process works at a time. */
    static void remove(Path parent, String prefix) throws IOException {
        if (Files.isDirectory(parent)) {
            try (var left = Files.newDirectoryStream(parent, prefix + "*")) {
                for (var folder : left) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    /** The prefix of folders of this process, where several work at the same time. */
    static String ofThisProcess(String prefix) {
        return prefix + ProcessHandle.current().pid() + "-";
    }

    /** Removes the folders of processes that have died. */
    static void removeOfTheDead(Path parent, String prefix) throws IOException {
        try (var left = Files.newDirectoryStream(parent, prefix + "*")) {
            for (var folder : left) {
                if (isOfTheDead(folder.getFileName().toString().substring(prefix.length()))) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    private static boolean isOfTheDead(String name) {
        var process = PROCESS.matcher(name);
        return process.matches()
                && ProcessHandle.of(Long.parseLong(process.group(1))).isEmpty();
    }
}
