package io.ordertrail.intake.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.document.TakeDocument;
import io.ordertrail.intake.document.UnreadableDocument;
import io.ordertrail.intake.file.FileHash;
import io.ordertrail.intake.folder.AnswerBeside.Result;
import io.ordertrail.intake.folder.WatchedFile.Key;
import io.ordertrail.refusal.Refusal;

/** Takes one file of a watched folder: a document is entered and answered, a table is imported. */
@Component
class TakeWatchedFile {

    private static final Logger LOG = LoggerFactory.getLogger(TakeWatchedFile.class);
    private static final long LONGEST = 1L << 30;
    private static final long LONGEST_DOCUMENT = 5L << 20;
    private static final int BEGINNING = 64;

    private final WatchedFiles files;
    private final ImportWatchedFile importFile;
    private final TakeDocument takeDocument;
    private final AnswerBeside answer;
    private final FolderSettings settings;

    TakeWatchedFile(
            WatchedFiles files,
            ImportWatchedFile importFile,
            TakeDocument takeDocument,
            AnswerBeside answer,
            FolderSettings settings) {
        this.files = files;
        this.importFile = importFile;
        this.takeDocument = takeDocument;
        this.answer = answer;
        this.settings = settings;
    }

    /** Takes a file, unless it is taken; one that is answered is answered again. */
    void take(String source, SourceFolder folder, String name) throws IOException {
        var copy = folder.copy(name, LONGEST);
        if (copy.isEmpty()) {
            return;
        }
        try (var file = copy.get()) {
            var key = new Key(source, name, FileHash.of(file.path()));
            if (files.take(key)) {
                takeOnce(folder, key, file.path());
            } else {
                answerAgain(folder, key, file.path());
            }
        }
    }

    /** Another node may have answered it since this one looked. */
    private void answerAgain(SourceFolder folder, Key key, Path copy) throws IOException {
        var known = files.find(key).orElseThrow();
        if (folder.hasResult(key.name())) {
            return;
        }
        if (known.number() == null && files.takeAgain(key)) {
            takeOnce(folder, key, copy);
        } else if (known.number() != null && known.state() != WatchedFile.State.IMPORTING) {
            answer.ofImport(folder, known);
        }
    }

    private void takeOnce(SourceFolder folder, Key key, Path copy) throws IOException {
        try {
            taken(folder, key, copy).ifPresent(result -> note(key, result));
        } catch (UnreadableDocument unreadable) {
            note(key, AnswerBeside.failed(folder, key.name(), unreadable.getMessage()));
        } catch (Refusal refusal) {
            note(key, AnswerBeside.failed(folder, key.name(), refusal.getMessage()));
        }
    }

    /** Returns the result; empty when an import has to end first. */
    private Optional<Result> taken(SourceFolder folder, Key key, Path copy) throws IOException {
        if (Files.size(copy) > LONGEST) {
            throw new Refusal(Refusal.Kind.INVALID, "folder.refused.long", LONGEST >> 20);
        }
        if (!isDocument(copy)) {
            importFile.receive(key, copy);
            return Optional.empty();
        }
        if (Files.size(copy) > LONGEST_DOCUMENT) {
            throw new Refusal(Refusal.Kind.INVALID, "folder.refused.long", LONGEST_DOCUMENT >> 20);
        }
        return Optional.of(answer.document(folder, key.name(), takeDocument.take(Files.readAllBytes(copy))));
    }

    private static boolean isDocument(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var begins = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip();
            return begins.matches("(?s)(<|ISA[^A-Za-z0-9]|UNA|UNB\\+).*");
        }
    }

    /** Writes the answers of imports that have ended. */
    void answerImports(String source, SourceFolder folder) throws IOException {
        for (var file : files.importing(source)) {
            answer.ofImport(folder, file).ifPresent(result -> note(file.key(), result));
        }
    }

    /** The log has no message: it may quote the file. */
    private void note(Key key, Result result) {
        if (files.answered(key, result.state(), result.message()) && result.state() == WatchedFile.State.FAILED) {
            LOG.warn(
                    "A file of the watched folder {} failed: {}. Its owner is {}",
                    key.source(),
                    key.name(),
                    settings.owner(key.source()));
        }
    }
}
