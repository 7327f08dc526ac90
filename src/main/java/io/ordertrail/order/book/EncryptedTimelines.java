package io.ordertrail.order.book;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import io.ordertrail.change.Subject;
import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.RowKey;

/**
 * What people write when they decide on an order. Timelines are only added to, so the texts have the key of the order, which
 * is destroyed when its customer is erased. What the product itself notes is in the clear.
 */
@Component
class EncryptedTimelines implements EncryptedColumns {

    /** Sentences and ids of rules, quantities of products, tasks that were freed. */
    private static final Set<String> BY_THE_PRODUCT = Set.of(
            "held",
            "order-check-failed",
            "released",
            "task-freed",
            "stock-lost",
            "stock-reallocated",
            "picked",
            "picked-short");

    @Override
    public String table() {
        return "order_event";
    }

    @Override
    public RowKey key() {
        return RowKey.number("id");
    }

    @Override
    public List<String> columns() {
        return List.of("note");
    }

    @Override
    public boolean bySubject() {
        return true;
    }

    @Override
    public Optional<String> subject(UnaryOperator<String> row) {
        return BY_THE_PRODUCT.contains(row.apply("what"))
                ? Optional.empty()
                : Optional.of(new Subject(Subject.Kind.ORDER, row.apply("order_number")).key());
    }
}
