package io.ordertrail.platform.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

import io.ordertrail.keyring.OwnFile;

/**
 * Ends a second start on the same database file before anything else begins, with one sentence. The lock is a file of
 * our own next to the database. The operating system releases it when the application ends, however it ends.
 */
class EmbeddedDatabaseLock implements ApplicationListener<ApplicationEvent>, Ordered {

    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");

    private final Consumer<String> end;
    private FileChannel lock;

    /** Created by Spring Boot through {@code META-INF/spring.factories}. */
    EmbeddedDatabaseLock() {
        this(sentence -> {
            System.err.println(sentence);
            System.exit(1);
        });
    }

    EmbeddedDatabaseLock(Consumer<String> end) {
        this.end = end;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            databaseFile(prepared.getEnvironment().getProperty("spring.datasource.url", ""))
                    .ifPresent(this::acquire);
        } else if (event instanceof ContextClosedEvent closed
                        && closed.getApplicationContext().getParent() == null
                || event instanceof ApplicationFailedEvent) {
            release();
        }
    }

    static Optional<Path> databaseFile(String url) {
        var file = H2_FILE.matcher(url);
        return file.matches()
                ? Optional.of(Path.of(file.group(1)).toAbsolutePath().normalize())
                : Optional.empty();
    }

    void acquire(Path database) {
        try {
            OwnFile.folder(database.getParent());
            closeToOthers(database);
            var channel = FileChannel.open(
                    database.resolveSibling(database.getFileName() + ".running"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!isFree(channel) || isOpenElsewhere(database)) {
                channel.close();
                end.accept("Ordertrail is already running on the data in " + database.getParent()
                        + "; stop that one first, or start this one in another directory.");
                return;
            }
            lock = channel;
        } catch (IOException e) {
            end.accept("Ordertrail cannot write to its data directory " + database.getParent() + ": " + e.getMessage());
        }
    }

    /** The database keeps the mode of a file that exists, and would make one that everybody may read. */
    private static void closeToOthers(Path database) throws IOException {
        var file = database.resolveSibling(database.getFileName() + ".mv.db");
        if (Files.exists(file)) {
            OwnFile.close(file);
        } else {
            OwnFile.create(file);
        }
    }

    /** The database file itself may be open in another tool, such as a database console. */
    private static boolean isOpenElsewhere(Path database) throws IOException {
        var file = database.resolveSibling(database.getFileName() + ".mv.db");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isFree(channel);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    void release() {
        try {
            if (lock != null) {
                lock.close();
                lock = null;
            }
        } catch (IOException e) {
            throw new IllegalStateException("The lock file next to the database cannot be released", e);
        }
    }

    /** Runs after the settings are checked and before logging starts. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 12;
    }
}
