package io.ordertrail.web.record;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.file.FileFormat;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.FaultGroup;
import io.ordertrail.intake.order.ValueStyle;
import io.ordertrail.intake.order.WrongValue;
import io.ordertrail.intake.record.GuideRecordImport;
import io.ordertrail.intake.record.ImportedRow;
import io.ordertrail.intake.record.ImportedRow.State;
import io.ordertrail.intake.record.ImportedRows;
import io.ordertrail.intake.record.RecordField;
import io.ordertrail.intake.record.RecordImport;
import io.ordertrail.intake.record.RecordImports;

/** Reads what the page of an import of records shows. */
@Component
class ReadRecordImport {

    private static final int SAMPLES = 50;
    private static final int SHOWN = 100;

    /** More would make the page slow; the file of faulty rows has all. */
    private static final int FAULTY = 2_000;

    private final RecordImports imports;
    private final ImportedRows rows;
    private final GuideRecordImport guide;
    private final Clock clock;

    ReadRecordImport(RecordImports imports, ImportedRows rows, GuideRecordImport guide, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.guide = guide;
        this.clock = clock;
    }

    /**
     * A column of the file.
     *
     * @param field that it holds; null when no record needs it
     * @param cells some of it
     */
    record Column(int place, String name, RecordField field, List<String> cells) {}

    /**
     * A cell that a person can correct.
     *
     * @param column its place
     */
    record FaultyCell(long row, int column, String name, String value, String message) {}

    Map<String, Object> of(RecordImport found) {
        var faulty = rows.in(found.number(), State.FAULTY, 0, FAULTY);
        var faults = FaultGroup.of(faulty.stream().flatMap(row -> row.faults().stream()));
        var brokenOff =
                found.isGoing() && found.alive().plus(RecordImports.BROKEN_OFF).isBefore(clock.instant());
        return Map.ofEntries(
                Map.entry("found", found),
                Map.entry("brokenOff", brokenOff),
                Map.entry("counts", rows.counts(found.number())),
                Map.entry("same", imports.same(found).map(List::of).orElse(List.of())),
                Map.entry("faults", faults),
                Map.entry("wrongValues", WrongValue.of(faults)),
                Map.entry("faultyCells", faultyCells(found, faulty)),
                Map.entry(
                        "previews",
                        List.of(
                                rows.in(found.number(), State.NEW, 0, SHOWN),
                                rows.in(found.number(), State.CHANGED, 0, SHOWN))),
                Map.entry("columns", columns(found)),
                Map.entry("fields", guide.fields(found.kind())),
                Map.entry("charset", found.layout().file().format().charset().name()),
                Map.entry("charsets", FileFormat.CHARSETS),
                Map.entry("delimiters", FileFormat.DELIMITERS),
                Map.entry("dayOrders", ValueStyle.DayOrder.values()));
    }

    private static List<FaultyCell> faultyCells(RecordImport found, List<ImportedRow> faulty) {
        var file = found.layout().file();
        return faulty.stream()
                .flatMap(row -> row.faults().stream()
                        .flatMap(fault -> file.places(fault, row.row()).stream()
                                .map(place -> new FaultyCell(
                                        fault.row(),
                                        place,
                                        file.column(place),
                                        row.row().cell(place),
                                        fault.message()))))
                .limit(SAMPLES)
                .toList();
    }

    private List<Column> columns(RecordImport found) {
        var header = found.layout().file().header();
        var samples = rows.first(found.number(), SAMPLES).stream()
                .map(ImportedRow::row)
                .toList();
        return IntStream.range(0, header.size())
                .mapToObj(
                        place -> new Column(place, header.get(place), field(found, place), Row.samples(samples, place)))
                .toList();
    }

    private RecordField field(RecordImport found, int place) {
        return guide.fields(found.kind()).stream()
                .filter(field ->
                        Integer.valueOf(place).equals(found.layout().columns().get(field.name())))
                .findFirst()
                .orElse(null);
    }
}
