package io.ordertrail.intake.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few seconds for files in the folders of the sources. Each node may. */
@Component
class WatchFolders {

    private static final Logger LOG = LoggerFactory.getLogger(WatchFolders.class);
    private static final int LONGEST_SOURCE = 40;
    /** File systems have at most 255 bytes for a name, and answers have longer names than their files. */
    private static final int LONGEST_NAME = 200;

    /** Files that their sender is still writing, hidden ones, and our own. */
    private static final Pattern NOT_TAKEN = Pattern.compile(
            "(?s)\\..*|.*~|.*\\p{Cntrl}.*|(?i).*\\.(part|partial|filepart|crdownload|tmp|result\\.txt|faulty\\.csv|answer\\.\\w+)");

    private final FolderSettings settings;
    private final TakeWatchedFile takeFile;
    private final Clock clock;

    WatchFolders(FolderSettings settings, TakeWatchedFile takeFile, Clock clock) {
        this.settings = settings;
        this.takeFile = takeFile;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "${ordertrail.watched-folders.every:PT10S}")
    void look() {
        if (settings.on()) {
            LocaleContextHolder.setLocale(settings.language());
            try {
                lookInto(Path.of(settings.folder()).toRealPath());
            } catch (IOException failure) {
                LOG.error("The watched folder {} cannot be read", settings.folder(), failure);
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        }
    }

    private void lookInto(Path root) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
            if (!(all instanceof SecureDirectoryStream<Path> folders)) {
                throw new IOException("This file system cannot be watched safely");
            }
            for (var name : names(folders)) {
                look(folders, name);
            }
        }
    }

    private static List<Path> names(DirectoryStream<Path> folders) {
        var names = new ArrayList<Path>();
        folders.forEach(path -> names.add(path.getFileName()));
        return names;
    }

    private void look(SecureDirectoryStream<Path> folders, Path name) throws IOException {
        var source = name.toString();
        if (NOT_TAKEN.matcher(source).matches() || source.length() > LONGEST_SOURCE) {
            return;
        }
        var found = SourceFolder.in(folders, name);
        if (found.isPresent()) {
            try (var folder = found.get()) {
                takeFile.answerImports(source, folder);
                folder.names().forEach(file -> take(source, folder, file));
            }
        }
    }

    /** A file that fails in an unexpected way delays no other; the next look tries it again. */
    private void take(String source, SourceFolder folder, String name) {
        try {
            if (isToBeTaken(folder, name)) {
                takeFile.take(source, folder, name);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.error("The file {} of the watched folder {} cannot be taken now", name, source, failure);
        }
    }

    /** A file is complete when it has not changed for a time, and done when its result is newer. */
    private boolean isToBeTaken(SourceFolder folder, String name) throws IOException {
        if (NOT_TAKEN.matcher(name).matches() || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return false;
        }
        var changed = folder.changed(name);
        return changed.isPresent()
                && changed.get().plus(settings.quiet()).isBefore(clock.instant())
                && !folder.hasResult(name);
    }
}
