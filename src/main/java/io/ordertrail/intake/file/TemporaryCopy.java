package io.ordertrail.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy on this machine, which is gone when it is closed, or when it cannot be made. */
public record TemporaryCopy(Path path) implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /**
     * Copies what comes.
     *
     * @param longest of more bytes, one too many is copied, which shows that there are more
     */
    public static TemporaryCopy of(InputStream in, long longest) throws IOException {
        return in(Files.createTempFile("copy", null), in, longest);
    }

    /** Copies all that comes. */
    public static TemporaryCopy of(InputStream in) throws IOException {
        return of(in, Long.MAX_VALUE - 1);
    }

    static TemporaryCopy in(Path path, InputStream in, long longest) throws IOException {
        var copy = new TemporaryCopy(path);
        try (var out = Files.newOutputStream(path)) {
            var buffer = new byte[BUFFER];
            var left = longest + 1;
            for (int read = in.read(buffer); read > 0 && left > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
            return copy;
        } catch (IOException | RuntimeException failure) {
            copy.close();
            throw failure;
        }
    }

    public long size() throws IOException {
        return Files.size(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
