package io.ordertrail.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Reads the key of the search, and makes one where there is none. */
final class SearchKeys {

    private static final int BYTES = 32;

    static SearchKey read(SearchSettings settings) {
        if (settings.key() != null && !settings.key().isBlank()) {
            return key(settings.key(), "ordertrail.search.key");
        }
        try {
            return read(settings.keyFile().toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the search cannot be read or made: " + settings.keyFile(), e);
        }
    }

    private static SearchKey read(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        return key(Files.readString(file), file.toString());
    }

    /** Another node on the same machine may make it at the same moment. */
    private static void make(Path file) throws IOException {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.getParent());
        var made = Files.createTempFile(file.getParent(), "search", ".new", readableByOwner());
        try {
            Files.writeString(made, Base64.getEncoder().encodeToString(secret));
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // the other node's key is as good
        } finally {
            Files.delete(made);
        }
    }

    private static FileAttribute<?>[] readableByOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static SearchKey key(String text, String from) {
        try {
            var secret = Base64.getDecoder().decode(text.strip());
            if (secret.length >= BYTES) {
                return new SearchKey(secret);
            }
        } catch (IllegalArgumentException e) {
            // the sentence below tells it
        }
        throw new IllegalStateException("The key of the search in " + from + " is not " + BYTES
                + " or more bytes in base64. Make one with: openssl rand -base64 " + BYTES);
    }

    private SearchKeys() {}
}
