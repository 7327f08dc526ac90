package io.ordertrail.intake.order;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Customers;
import io.ordertrail.intake.file.OpenTable;
import io.ordertrail.intake.file.Row;
import io.ordertrail.order.entry.CheckEntry;
import io.ordertrail.order.entry.CheckEntry.Candidate;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** Checks every order of a file by the rules of an entry. It stores nothing and holds a few orders at a time. */
@Component
public class CheckFile {

    private static final int TOGETHER = 500;

    private final CheckEntry checkEntry;
    private final Customers customers;
    private final OurNumbers ourNumbers;

    CheckFile(CheckEntry checkEntry, Customers customers, OurNumbers ourNumbers) {
        this.checkEntry = checkEntry;
        this.customers = customers;
        this.ourNumbers = ourNumbers;
    }

    /**
     * A part of a file.
     *
     * @param after the number of the row after which it begins
     * @param most how many orders it has at most
     * @param references of the orders before it; those of its own are added
     * @param corrected cells that differ from those of the file
     */
    public record Part(long after, int most, Set<String> references, CorrectedCells corrected) {

        /** The whole file. */
        public static Part all() {
            return new Part(0, Integer.MAX_VALUE, new HashSet<>(), CorrectedCells.NONE);
        }
    }

    /**
     * Checks a part of a file.
     *
     * @param found takes the orders in the sequence of the file, some at a time
     *
     * @return whether orders follow that part
     *
     * @throws Refusal when a column is missing or the file cannot be read to the end of the part
     */
    public boolean check(Path file, FileLayout layout, Part part, Consumer<List<FileOrder>> found) {
        refuseMissing(layout.missing());
        try (var table = OpenTable.in(file, layout.format())) {
            var rows = table.rows()
                    .filter(row -> row.number() > part.after())
                    .map(part.corrected()::in)
                    .iterator();
            var groups = new GroupRows(rows, row -> layout.text(row, OrderField.REFERENCE));
            var together = new ArrayList<FileOrder>();
            for (int i = 1; groups.hasNext() && i <= part.most(); i++) {
                together.add(once(ReadOrder.of(layout, groups.next()), part.references(), layout));
                if (together.size() == TOGETHER || i == part.most() || !groups.hasNext()) {
                    found.accept(checked(together, layout));
                    together.clear();
                }
            }
            return groups.hasNext();
        }
    }

    /**
     * Checks orders whose rows were read before.
     *
     * @param orders the rows of each
     */
    public List<FileOrder> check(List<List<Row>> orders, FileLayout layout) {
        return checked(orders.stream().map(rows -> ReadOrder.of(layout, rows)).toList(), layout);
    }

    private static void refuseMissing(List<OrderField> missing) {
        if (!missing.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "import.refused.columns",
                    missing.stream()
                            .map(field -> Sentence.of("import.field." + field))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Rows of an order that do not follow each other would be entered as two orders. */
    private static FileOrder once(FileOrder order, Set<String> references, FileLayout layout) {
        if (order.reference().isEmpty() || references.add(order.reference())) {
            return order;
        }
        var faults = new ArrayList<>(order.faults());
        faults.add(layout.fault(
                order.rows().get(0), OrderField.REFERENCE, Sentence.of("import.fault.scattered", order.reference())));
        return order.checked(faults, null);
    }

    private List<FileOrder> checked(List<FileOrder> orders, FileLayout layout) {
        var complete = addressed(ourNumbers.in(orders, layout.source()));
        var sound = complete.stream().filter(order -> order.faults().isEmpty()).toList();
        var verdicts = checkEntry
                .check(sound.stream().map(CheckFile::candidate).toList())
                .iterator();
        return complete.stream()
                .map(order -> order.faults().isEmpty() ? judged(order, verdicts.next(), layout) : order)
                .toList();
    }

    private static Candidate candidate(FileOrder order) {
        return new Candidate(order.order(), order.past());
    }

    /** Orders without an address go to their customer. */
    private List<FileOrder> addressed(List<FileOrder> orders) {
        var without = orders.stream()
                .map(FileOrder::order)
                .filter(Objects::nonNull)
                .filter(order -> order.shipTo() == null)
                .map(order -> order.customer())
                .collect(Collectors.toSet());
        if (without.isEmpty()) {
            return List.copyOf(orders);
        }
        var known = customers.typed(without);
        return orders.stream()
                .map(order -> order.order() != null && order.order().shipTo() == null
                        ? AddressOfCustomer.on(order, known.get(order.order().customer()))
                        : order)
                .toList();
    }

    private static FileOrder judged(FileOrder order, CheckEntry.Verdict verdict, FileLayout layout) {
        return order.checked(
                verdict.faults().stream()
                        .map(fault -> inFile(fault, order, layout))
                        .toList(),
                verdict.known());
    }

    private static RowFault inFile(Fault fault, FileOrder order, FileLayout layout) {
        var place = FaultPlace.of(fault.pointer(), order.rows().size());
        var row = order.rows().get(place.row());
        return place.field()
                .map(field -> layout.fault(row, field, fault.message()))
                .orElseGet(() -> new RowFault(row.number(), "", "", fault.message()));
    }
}
