package io.ordertrail.api.intake;

import java.time.Instant;

import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.run.ImportCounts;
import io.ordertrail.intake.run.ImportedOrder;
import io.ordertrail.intake.run.OrderImport;

/**
 * An import of a file of orders.
 *
 * @param source the channel of its orders
 * @param sameAs an earlier import of the same file from the same source; null when there is none
 * @param refusal why the file cannot be read as a whole; null when it can
 */
record ImportView(
        long number,
        OrderImport.State state,
        String source,
        String fileName,
        ImportPolicy policy,
        String createdBy,
        Instant createdAt,
        Instant endedAt,
        Long sameAs,
        String refusal,
        Orders orders) {

    /**
     * How many orders are in each state.
     *
     * @param sound that are not entered yet
     * @param known that the source had before, and that are not entered again
     * @param undone that were entered and are cancelled again
     * @param kept that were entered and could not be cancelled any more
     */
    record Orders(long sound, long known, long faulty, long entered, long undone, long kept) {

        static Orders of(ImportCounts counts) {
            return new Orders(
                    counts.of(ImportedOrder.State.NEW),
                    counts.of(ImportedOrder.State.KNOWN),
                    counts.of(ImportedOrder.State.FAULTY),
                    counts.of(ImportedOrder.State.ENTERED),
                    counts.of(ImportedOrder.State.UNDONE),
                    counts.of(ImportedOrder.State.KEPT));
        }
    }

    static ImportView of(OrderImport found, ImportCounts counts, OrderImport same) {
        return new ImportView(
                found.number().value(),
                found.state(),
                found.layout().source(),
                found.file().name(),
                found.policy(),
                found.created().by(),
                found.created().at(),
                found.pace().ended(),
                same == null ? null : same.number().value(),
                found.refusal(),
                Orders.of(counts));
    }
}
