package io.ordertrail.keyring;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Creates files and folders that only their owner may read (mode 600 and 700), where the file system knows modes. */
public final class OwnFile {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    /** Creates an empty file. */
    public static Path create(Path file) throws IOException {
        return Files.createFile(file, mode(FILE));
    }

    /** Creates a folder with a name that nothing has. */
    public static Path folderIn(Path parent, String prefix) throws IOException {
        return Files.createTempDirectory(parent, prefix, mode(FOLDER));
    }

    /** Creates a folder and those above it; one that exists stays as it is. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, mode(FOLDER));
    }

    /** Takes a file that exists from everybody else. */
    public static void close(Path file) throws IOException {
        if (hasModes() && Files.exists(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
        }
    }

    /** The text of a file, which is made if there is none. Another node on the same machine may make it meanwhile. */
    public static String readOrMake(Path file, Supplier<String> text) throws IOException {
        if (!Files.exists(file)) {
            make(file, text.get());
        }
        return Files.readString(file);
    }

    private static void make(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        var made = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", mode(FILE));
        try {
            Files.writeString(made, text);
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // what the other node has made is as good
        } finally {
            Files.delete(made);
        }
    }

    /** Replaces a file at once: a reader gets the former text or the new one, never a part. */
    public static void replace(Path file, String text) throws IOException {
        var made = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", mode(FILE));
        Files.writeString(made, text);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return hasModes()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasModes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private OwnFile() {}
}
