package io.ordertrail.web.report;

import io.ordertrail.refusal.Refusal;

/** There is no report of this name, or none that the person may see. */
class UnknownReport extends Refusal {

    private static final long serialVersionUID = 1L;

    UnknownReport(String name) {
        super(Kind.UNKNOWN, "report.unknown", name);
    }
}
