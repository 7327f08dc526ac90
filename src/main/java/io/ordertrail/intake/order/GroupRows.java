package io.ordertrail.intake.order;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

import io.ordertrail.intake.file.Row;
import io.ordertrail.refusal.Refusal;

/** Rows that follow each other and have the same reference are one order; a row without one is an order of its own. */
final class GroupRows implements Iterator<List<Row>> {

    private static final int MOST = 10_000;

    private final Iterator<Row> rows;
    private final Function<Row, String> reference;
    private Row next;
    private long taken;

    GroupRows(Iterator<Row> rows, Function<Row, String> reference) {
        this.rows = rows;
        this.reference = reference;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public List<Row> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        var group = new ArrayList<Row>();
        var first = reference.apply(next);
        do {
            refuseTooMany(group, first);
            group.add(next);
            advance();
        } while (next != null && !first.isEmpty() && first.equals(reference.apply(next)));
        taken += group.size();
        return group;
    }

    /** How many rows it has given so far. */
    long taken() {
        return taken;
    }

    /** The first row of what follows; empty when nothing does. */
    Optional<Row> peek() {
        return Optional.ofNullable(next);
    }

    /** Such a file has no order numbers where they are read, and would need memory without end. */
    private static void refuseTooMany(List<Row> group, String reference) {
        if (group.size() == MOST) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "import.refused.rows",
                    MOST,
                    group.get(0).number(),
                    reference);
        }
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }
}
