package io.ordertrail.intake.folder;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.folder.WatchedFile.Key;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.record.GuideRecordImport;
import io.ordertrail.intake.record.RecordImport;
import io.ordertrail.intake.record.RecordImport.State;
import io.ordertrail.intake.record.RecordImports;
import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.record.WorkOnRecords;

/** Imports the records of watched folders in the name of their source. Sound rows are saved, faulty ones are left out. */
@Component
class WatchedRecords {

    private final GuideRecordImport guide;
    private final WorkOnRecords work;
    private final RecordImports imports;
    private final SourceCaller caller;
    private final Clock clock;

    WatchedRecords(
            GuideRecordImport guide, WorkOnRecords work, RecordImports imports, SourceCaller caller, Clock clock) {
        this.guide = guide;
        this.work = work;
        this.imports = imports;
        this.caller = caller;
        this.clock = clock;
    }

    long receive(Key key, RecordKind kind, Path content) {
        var number = new AtomicLong();
        caller.run(key.source(), () -> number.set(guide.receive(kind, key.source(), key.name(), content)));
        return number.get();
    }

    void start(Key key, long number) {
        caller.run(key.source(), () -> work.start(number, ImportPolicy.LEAVE_FAULTY_OUT));
    }

    /** Goes on with what a stopped node has left, and returns how far the import is. */
    RecordImport goOn(WatchedFile file) {
        var found = imports.get(file.kind(), file.number().value());
        if (isLeft(found)) {
            start(file.key(), found.number());
        }
        return imports.get(file.kind(), file.number().value());
    }

    private boolean isLeft(RecordImport found) {
        var isSilent = found.alive().plus(RecordImports.BROKEN_OFF).isBefore(clock.instant());
        return isSilent
                && (found.isIn(State.DECIDING) && found.refusal() == null || found.isGoing() && guide.takeOver(found));
    }
}
