package io.ordertrail.intake.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Customers;
import io.ordertrail.intake.file.Content;
import io.ordertrail.intake.file.LineStart;
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
    private static final int ROWS_TOGETHER = 10_000;

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
     * @param from where reading begins
     * @param after the number of the row after which the part begins
     * @param most how many rows it has, in addition to the rest of its last order
     * @param earlier which of some references orders have that were found before
     * @param corrected cells that differ from those of the file
     */
    public record Part(
            LineStart from, long after, long most, UnaryOperator<Set<String>> earlier, CorrectedCells corrected) {}

    /**
     * Checks a part of a file.
     *
     * @param found takes the orders in the sequence of the file, some at a time
     *
     * @return where the rest begins; empty when nothing follows that part
     *
     * @throws Refusal when a column is missing or the file cannot be read to the end of the part
     */
    public Optional<LineStart> check(Content file, FileLayout layout, Part part, Consumer<List<FileOrder>> found) {
        refuseMissing(layout.missing());
        var next = checkRows(file, layout, part, found);
        return next.map(row -> part.from().of(row.number(), file, layout.format()));
    }

    /** Returns the first row of the rest. */
    private Optional<Row> checkRows(Content file, FileLayout layout, Part part, Consumer<List<FileOrder>> found) {
        try (var table = OpenTable.in(file, layout.format(), part.from())) {
            var rows = table.rows()
                    .filter(row -> row.number() > part.after())
                    .map(layout.asSent())
                    .map(row -> part.corrected().in(row, layout))
                    .iterator();
            var groups = new GroupRows(rows, row -> layout.text(row, OrderField.REFERENCE));
            while (groups.hasNext() && groups.taken() < part.most()) {
                found.accept(checked(once(some(groups, layout, part.most()), part, layout), layout));
            }
            return groups.peek();
        }
    }

    /** Rows of an order that come a little later, after those of other orders, belong to it. */
    private static List<FileOrder> some(GroupRows groups, FileLayout layout, long most) {
        var some = new ArrayList<List<Row>>();
        var known = new HashMap<String, List<Row>>();
        var until = Math.min(most, groups.taken() + ROWS_TOGETHER);
        while (groups.hasNext() && some.size() < TOGETHER && groups.taken() < until) {
            var rows = groups.next();
            var reference = layout.text(rows.get(0), OrderField.REFERENCE);
            var earlier = reference.isEmpty() ? null : known.putIfAbsent(reference, rows);
            if (earlier == null) {
                some.add(rows);
            } else {
                earlier.addAll(rows);
            }
        }
        return some.stream().map(rows -> ReadOrder.of(layout, rows)).toList();
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

    /** Rows of an order that are far from each other would be entered as two orders. */
    private static List<FileOrder> once(List<FileOrder> some, Part part, FileLayout layout) {
        var references = some.stream()
                .map(FileOrder::reference)
                .filter(reference -> !reference.isEmpty())
                .collect(Collectors.toSet());
        var known = new HashSet<>(part.earlier().apply(references));
        return some.stream()
                .map(order ->
                        order.reference().isEmpty() || known.add(order.reference()) ? order : scattered(order, layout))
                .toList();
    }

    private static FileOrder scattered(FileOrder order, FileLayout layout) {
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
