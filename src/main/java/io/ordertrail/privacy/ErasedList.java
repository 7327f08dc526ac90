package io.ordertrail.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.ordertrail.keyring.OwnFile;

/**
 * The numbers of erased customers in a file outside of the database. An older backup knows nothing of them, and the list
 * has them erased again.
 */
@Component
class ErasedList {

    private final Optional<Path> file;

    /**
     * @param file where the list is; empty for the folder of backups
     * @param backups the folder of backups; empty when there is none
     */
    ErasedList(
            @Value("${ordertrail.erasing.list:}") String file, @Value("${ordertrail.backup.folder:}") String backups) {
        this.file = !file.isBlank()
                ? Optional.of(Path.of(file).toAbsolutePath())
                : Optional.of(backups)
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder).toAbsolutePath().resolve("erased-customers"));
    }

    Set<String> numbers() {
        try {
            return file.isPresent() && Files.exists(file.get())
                    ? new TreeSet<>(Files.readAllLines(file.get()))
                    : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of erased customers cannot be read: " + file.get(), e);
        }
    }

    void add(String number) {
        if (file.isEmpty() || numbers().contains(number)) {
            return;
        }
        try {
            OwnFile.folder(file.get().getParent());
            if (Files.notExists(file.get())) {
                OwnFile.create(file.get());
            }
            Files.write(file.get(), List.of(number), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of erased customers cannot be written: " + file.get(), e);
        }
    }
}
