package io.ordertrail.intake.folder;

import java.nio.file.Path;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.intake.folder.WatchedFile.Key;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.run.ReceiveFile;
import io.ordertrail.intake.run.ReceiveFile.Sent;

/** Starts the import of a file. Its start and the note of it are stored together, so a file is imported once. */
@Component
class ImportWatchedFile {

    private final ReceiveFile receiveFile;
    private final WatchedRecords records;
    private final WatchedFiles files;
    private final FolderSettings settings;
    private final TransactionTemplate transaction;

    ImportWatchedFile(
            ReceiveFile receiveFile,
            WatchedRecords records,
            WatchedFiles files,
            FolderSettings settings,
            PlatformTransactionManager transactions) {
        this.receiveFile = receiveFile;
        this.records = records;
        this.files = files;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The columns are read as those of the last file of the source, and what is faulty is left out. */
    void receive(Key key, Path content) {
        var kind = settings.contents().get(key.source());
        if (kind == null) {
            transaction.executeWithoutResult(status -> receiveOrders(key, content));
        } else {
            records.start(key, transaction.execute(status -> receiveRecords(key, kind, content)));
        }
    }

    private void receiveOrders(Key key, Path content) {
        var number = receiveFile.receive(
                new Sent(key.source(), key.name(), content, ImportPolicy.LEAVE_FAULTY_OUT, settings.language()));
        files.importing(key, null, number.value());
    }

    private long receiveRecords(Key key, RecordKind kind, Path content) {
        var number = records.receive(key, kind, content);
        files.importing(key, kind, number);
        return number;
    }
}
