package io.ordertrail.web.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.FaultGroup;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.OrderField;
import io.ordertrail.intake.order.ValueStyle;
import io.ordertrail.intake.order.WrongValue;
import io.ordertrail.intake.run.ImportedOrder;
import io.ordertrail.intake.run.ImportedOrder.State;
import io.ordertrail.intake.run.ImportedOrders;
import io.ordertrail.intake.run.OrderImport;
import io.ordertrail.intake.run.OrderImports;

/** Reads what the page of an import shows. */
@Component
public class ReadImport {

    private static final int SAMPLES = 50;
    private static final int CELLS = 100;

    /** More would make the page slow; the file of faulty rows has all. */
    private static final int FAULTY = 2_000;

    private final OrderImports imports;
    private final ImportedOrders orders;
    private final Changes changes;

    ReadImport(OrderImports imports, ImportedOrders orders, Changes changes) {
        this.imports = imports;
        this.orders = orders;
        this.changes = changes;
    }

    /**
     * A column of the file.
     *
     * @param field that it holds; null when no order needs it
     * @param cells some of it
     */
    public record Column(int place, String name, OrderField field, List<String> cells) {}

    /** The attributes of the page. */
    public Map<String, Object> of(OrderImport found, Instant now) {
        var counts = orders.counts(found.number());
        var faulty = orders.in(found.number(), State.FAULTY, 0, FAULTY);
        var cells = CellToCorrect.of(faulty, found.layout());
        var faults = FaultGroup.of(faulty.stream().flatMap(order -> order.faults().stream()));
        return Map.ofEntries(
                Map.entry("found", found),
                Map.entry("counts", counts),
                Map.entry("progress", ImportProgress.of(found, counts, now)),
                Map.entry("same", imports.same(found).map(List::of).orElse(List.of())),
                Map.entry("faults", faults),
                Map.entry("wrongValues", WrongValue.of(faults)),
                Map.entry("cells", cells.stream().limit(CELLS).toList()),
                Map.entry("moreCells", Math.max(0, cells.size() - CELLS)),
                Map.entry("changes", changes.newest(Kind.IMPORT, found.number().toString())),
                Map.entry("columns", columns(found.layout(), samples(found))),
                Map.entry("fields", OrderField.values()),
                Map.entry("charset", found.layout().format().charset().name()),
                Map.entry("charsets", FileFormat.CHARSETS),
                Map.entry("delimiters", FileFormat.DELIMITERS),
                Map.entry("dayOrders", ValueStyle.DayOrder.values()));
    }

    private List<Row> samples(OrderImport found) {
        return orders.first(found.number(), SAMPLES).stream()
                .map(ImportedOrder::rows)
                .flatMap(List::stream)
                .limit(SAMPLES)
                .toList();
    }

    private static List<Column> columns(FileLayout layout, List<Row> samples) {
        return IntStream.range(0, layout.header().size())
                .mapToObj(place -> new Column(
                        place,
                        layout.header().get(place),
                        layout.mapping().field(place).orElse(null),
                        Row.samples(samples, place)))
                .toList();
    }
}
