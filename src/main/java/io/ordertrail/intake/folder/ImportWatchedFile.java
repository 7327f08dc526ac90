package io.ordertrail.intake.folder;

import java.nio.file.Path;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.intake.folder.WatchedFile.Key;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.ReceiveFile;
import io.ordertrail.intake.run.ReceiveFile.Sent;

/** Starts the import of a file. Its start and the note of it are stored together, so a file is imported once. */
@Component
class ImportWatchedFile {

    private final ReceiveFile receiveFile;
    private final WatchedFiles files;
    private final FolderSettings settings;

    ImportWatchedFile(ReceiveFile receiveFile, WatchedFiles files, FolderSettings settings) {
        this.receiveFile = receiveFile;
        this.files = files;
        this.settings = settings;
    }

    /** The columns are read as those of the last file of the source, and faulty orders are left out. */
    @Transactional
    public ImportNumber receive(Key key, Path content) {
        var number = receiveFile.receive(
                new Sent(key.source(), key.name(), content, ImportPolicy.LEAVE_FAULTY_OUT, settings.language()));
        files.importing(key, number);
        return number;
    }
}
