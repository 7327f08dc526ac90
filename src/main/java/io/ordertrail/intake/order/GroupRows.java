package io.ordertrail.intake.order;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

import io.ordertrail.intake.file.Row;

/** Rows that follow each other and have the same reference are one order; a row without one is an order of its own. */
final class GroupRows implements Iterator<List<Row>> {

    private final Iterator<Row> rows;
    private final Function<Row, String> reference;
    private Row next;

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
            group.add(next);
            advance();
        } while (next != null && !first.isEmpty() && first.equals(reference.apply(next)));
        return group;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }
}
