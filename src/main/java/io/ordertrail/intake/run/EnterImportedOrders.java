package io.ordertrail.intake.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Service;

import io.ordertrail.intake.order.CheckFile;
import io.ordertrail.intake.order.FileOrder;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.run.ImportedOrder.State;
import io.ordertrail.intake.run.OrderImport.Asked;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrders;
import io.ordertrail.order.entry.EnterOrders.Item;
import io.ordertrail.order.entry.EnterOrders.Result;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** Enters the next orders of an import. Each order is noted as entered in the transaction of its entry. */
@Service
public class EnterImportedOrders {

    /** A run ends long before the lock of its job. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** The orders that are checked and entered before the import asks whether it is to go on. */
    private static final int TOGETHER = 100;

    private final OrderImports imports;
    private final ImportedOrders orders;
    private final OrderUploads uploads;
    private final CheckFile checkFile;
    private final EnterOrders enterOrders;

    EnterImportedOrders(
            OrderImports imports,
            ImportedOrders orders,
            OrderUploads uploads,
            CheckFile checkFile,
            EnterOrders enterOrders) {
        this.imports = imports;
        this.orders = orders;
        this.uploads = uploads;
        this.checkFile = checkFile;
        this.enterOrders = enterOrders;
    }

    /** How the import goes on. */
    public enum Outcome {
        MORE_TO_ENTER,
        PAUSED,
        EVERYTHING_ENTERED
    }

    /**
     * Enters orders for some seconds.
     *
     * @param decision of a person; null when none was needed
     */
    public Outcome enter(ImportNumber number, ImportDecision decision) {
        if (decision != null) {
            decision.policy().ifPresent(policy -> imports.policy(number, policy));
        }
        imports.go(number, OrderImport.State.ENTERING, orders.counts(number).entered());
        var end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            var found = imports.get(number);
            if (found.asked() == Asked.PAUSE) {
                imports.pause(number);
                return Outcome.PAUSED;
            }
            if (found.asked() == Asked.CANCEL) {
                return ended(number, OrderImport.State.CANCELLED);
            }
            if (!enterSome(found)) {
                return ended(number, OrderImport.State.DONE);
            }
        }
        return Outcome.MORE_TO_ENTER;
    }

    private Outcome ended(ImportNumber number, OrderImport.State outcome) {
        imports.end(number, outcome);
        uploads.delete(number.value());
        return Outcome.EVERYTHING_ENTERED;
    }

    /** Returns whether there was anything to enter. */
    private boolean enterSome(OrderImport found) {
        var some = next(found);
        if (!some.isEmpty()) {
            enter(found, some);
        }
        return !some.isEmpty();
    }

    private List<ImportedOrder> next(OrderImport found) {
        var next = orders.in(found.number(), State.NEW, 0, TOGETHER);
        if (found.policy() != ImportPolicy.STOP_AT_FIRST) {
            return next;
        }
        var until = orders.firstFaulty(found.number()).orElse(Long.MAX_VALUE);
        return next.stream().filter(order -> order.firstRow() < until).toList();
    }

    /** Somebody may have entered a reference or changed a product since the check of the file. */
    private void enter(OrderImport found, List<ImportedOrder> some) {
        var checked = checkFile.check(some.stream().map(ImportedOrder::rows).toList(), found.layout());
        var items = new ArrayList<Item<OrderNumber>>();
        var entering = new ArrayList<FileOrder>();
        for (var order : checked) {
            var row = order.rows().get(0).number();
            if (order.state() == FileOrder.State.NEW) {
                entering.add(order);
                items.add(
                        new Item<>(order.order(), order.past(), number -> orders.entered(found.number(), row, number)));
            } else {
                orders.replace(found.number(), row, order);
            }
        }
        var results = enterOrders.enter(items).iterator();
        entering.forEach(order -> note(found, order, results.next()));
    }

    private void note(OrderImport found, FileOrder order, Result<OrderNumber> result) {
        if (result.failure() != null && !(result.failure() instanceof AlreadyEntered)) {
            var row = order.rows().get(0).number();
            var message = result.failure() instanceof Refusal refusal
                    ? refusal.getMessage()
                    : Sentence.of("import.fault.failed");
            orders.failed(found.number(), row, List.of(new RowFault(row, "", "", message)));
        }
    }
}
