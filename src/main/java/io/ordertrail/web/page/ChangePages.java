package io.ordertrail.web.page;

import io.ordertrail.change.Subject;
import io.ordertrail.platform.access.ReadableRecords;

/** The pages of the records in the trail of changes. */
public final class ChangePages {

    /** Returns the address of a record's page; null when it has none. */
    public String addressOf(Subject subject) {
        var folder = ReadableRecords.folder(subject.kind().name()) + "/";
        return switch (subject.kind()) {
            case DEPLOYMENT, SETTINGS, RIGHTS, TRAIL, EXPORT, RETENTION -> null;
            case STOCKTAKE -> folder + subject.code().substring(1);
            default -> folder + subject.code();
        };
    }
}
