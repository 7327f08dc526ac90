package io.ordertrail.intake.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.ordertrail.intake.file.TemporaryCopy;

/**
 * The folder of a source. It stays the one that was opened, whatever is renamed or linked meanwhile, and no link in it
 * is followed.
 */
final class SourceFolder implements AutoCloseable {

    private final SecureDirectoryStream<Path> folder;

    private SourceFolder(SecureDirectoryStream<Path> folder) {
        this.folder = folder;
    }

    /** Opens a folder below another; empty when it is none, or a link. */
    static Optional<SourceFolder> in(SecureDirectoryStream<Path> above, Path name) {
        try {
            return Optional.of(new SourceFolder(above.newDirectoryStream(name, NOFOLLOW_LINKS)));
        } catch (IOException noFolder) {
            return Optional.empty();
        }
    }

    /** What writes an answer. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    List<String> names() {
        var names = new ArrayList<String>();
        folder.forEach(path -> names.add(path.getFileName().toString()));
        return names;
    }

    /** When a file was last changed; empty when there is none of this name, or something else. */
    Optional<Instant> changed(String name) throws IOException {
        return attributes(name).map(found -> found.lastModifiedTime().toInstant());
    }

    /** Tells whether there is a result of a file that is not older than the file. */
    boolean hasResult(String name) throws IOException {
        var file = changed(name);
        var result = changed(name + AnswerBeside.RESULT);
        return file.isPresent() && result.isPresent() && !result.get().isBefore(file.get());
    }

    private Optional<BasicFileAttributes> attributes(String name) throws IOException {
        try {
            var found = folder.getFileAttributeView(Path.of(name), BasicFileAttributeView.class, NOFOLLOW_LINKS)
                    .readAttributes();
            return found.isRegularFile() ? Optional.of(found) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Copies a file, up to a length; empty when the file changed meanwhile. */
    Optional<TemporaryCopy> copy(String name, long longest) throws IOException {
        var before = attributes(name);
        var copy = copied(name, longest);
        var after = attributes(name);
        if (before.isPresent()
                && after.isPresent()
                && before.get().size() == after.get().size()
                && before.get().lastModifiedTime().equals(after.get().lastModifiedTime())) {
            return Optional.of(copy);
        }
        copy.close();
        return Optional.empty();
    }

    private TemporaryCopy copied(String name, long longest) throws IOException {
        try (var in = Channels.newInputStream(folder.newByteChannel(Path.of(name), Set.of(READ, NOFOLLOW_LINKS)))) {
            return TemporaryCopy.of(in, longest);
        }
    }

    /** Writes a file as a whole or not at all; one of the same name is replaced. */
    void write(String name, Content content) throws IOException {
        var unfinished = Path.of("." + UUID.randomUUID() + ".tmp");
        try (var out = new BufferedOutputStream(
                Channels.newOutputStream(folder.newByteChannel(unfinished, Set.of(WRITE, CREATE_NEW))))) {
            content.write(out);
        }
        folder.move(unfinished, folder, Path.of(name));
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
