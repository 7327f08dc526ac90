package io.ordertrail.web.report;

import io.ordertrail.refusal.Refusal;

/** A report has no such row, or no such column that stands for orders. */
class UnknownFigure extends Refusal {

    private static final long serialVersionUID = 1L;

    UnknownFigure(String name) {
        super(Kind.UNKNOWN, "report.figure.unknown", name);
    }
}
