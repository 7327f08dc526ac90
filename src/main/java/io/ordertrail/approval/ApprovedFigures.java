package io.ordertrail.approval;

import io.ordertrail.change.Subject;

/** Sets figures of one kind of record when their change is approved. */
public interface ApprovedFigures {

    Subject.Kind kind();

    /** Sets the proposed value. */
    void set(PendingChange approved);
}
