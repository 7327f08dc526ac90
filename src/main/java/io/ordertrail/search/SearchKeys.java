package io.ordertrail.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import io.ordertrail.keyring.OwnFile;

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
        return key(OwnFile.readOrMake(file, SearchKeys::make), file.toString());
    }

    private static String make() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
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
