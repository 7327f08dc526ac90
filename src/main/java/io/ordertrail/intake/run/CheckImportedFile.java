package io.ordertrail.intake.run;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.CheckFile;
import io.ordertrail.intake.order.FileOrder;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.run.ImportedOrder.State;
import io.ordertrail.intake.run.OrderImport.Asked;
import io.ordertrail.refusal.Refusal;

/**
 * Checks the next part of a file and stores what it found. Some orders and how far the check is are stored together, so
 * a run that breaks off is continued by the next.
 */
@Service
public class CheckImportedFile {

    /** A run takes a few seconds, so that it ends long before the lock of its job. */
    private static final int ROWS = 50_000;

    private final OrderImports imports;
    private final ImportedOrders orders;
    private final OrderUploads uploads;
    private final CheckFile checkFile;
    private final TransactionTemplate transaction;

    CheckImportedFile(
            OrderImports imports,
            ImportedOrders orders,
            OrderUploads uploads,
            CheckFile checkFile,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.orders = orders;
        this.uploads = uploads;
        this.checkFile = checkFile;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How the import goes on. */
    public enum Outcome {
        MORE_TO_CHECK,
        NOTHING_TO_ENTER,
        DECISION_NEEDED,
        READY
    }

    /** Checks until there is something to tell. */
    public Outcome check(ImportNumber number) {
        var found = imports.get(number);
        if (found.asked() == Asked.CANCEL) {
            return cancelled(number);
        }
        if (!found.isIn(OrderImport.State.CHECKING) || found.pace().checkedRow() == 0) {
            transaction.executeWithoutResult(status -> beginAnew(number));
        }
        try {
            return checkPart(imports.get(number)) ? Outcome.MORE_TO_CHECK : outcome(found);
        } catch (Refusal refusal) {
            imports.decideOn(number, refusal.getMessage());
            return Outcome.DECISION_NEEDED;
        }
    }

    private Outcome cancelled(ImportNumber number) {
        imports.end(number, OrderImport.State.CANCELLED);
        uploads.delete(number.value());
        return Outcome.NOTHING_TO_ENTER;
    }

    private void beginAnew(ImportNumber number) {
        orders.deleteAll(number);
        imports.recheck(number);
    }

    /** The next run begins where this one ends, so that each row is read once. */
    private boolean checkPart(OrderImport found) {
        var number = found.number();
        var rest = checkFile.check(
                uploads.content(number.value()), found.layout(), orders.next(found, ROWS), some -> store(number, some));
        rest.ifPresent(start -> imports.checkedUntil(number, start));
        return rest.isPresent();
    }

    private void store(ImportNumber number, List<FileOrder> some) {
        var last = some.stream()
                .flatMap(order -> order.rows().stream())
                .mapToLong(Row::number)
                .max()
                .orElseThrow();
        transaction.executeWithoutResult(status -> {
            orders.add(number, some);
            imports.checked(number, last);
        });
    }

    private Outcome outcome(OrderImport found) {
        var counts = orders.counts(found.number());
        if (counts.of(State.NEW) == 0 && counts.of(State.FAULTY) == 0) {
            imports.end(found.number(), OrderImport.State.DONE);
            uploads.delete(found.number().value());
            return Outcome.NOTHING_TO_ENTER;
        }
        if (found.policy() == ImportPolicy.ASK
                || found.policy() == ImportPolicy.ALL_OR_NOTHING && counts.of(State.FAULTY) > 0) {
            imports.decideOn(found.number(), null);
            return Outcome.DECISION_NEEDED;
        }
        return Outcome.READY;
    }
}
