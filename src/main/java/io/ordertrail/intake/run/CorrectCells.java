package io.ordertrail.intake.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.CheckFile;
import io.ordertrail.intake.order.CorrectedCells;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.OrderField;
import io.ordertrail.intake.run.CellCorrections.Correction;
import io.ordertrail.refusal.Refusal;

/** Takes cells that a person corrected on the page, and checks their orders again by the same rules. */
@Service
@Transactional
public class CorrectCells {

    private final OrderImports imports;
    private final ImportedOrders orders;
    private final CellCorrections corrections;
    private final CheckFile checkFile;
    private final GuideImport guideImport;

    CorrectCells(
            OrderImports imports,
            ImportedOrders orders,
            CellCorrections corrections,
            CheckFile checkFile,
            GuideImport guideImport) {
        this.imports = imports;
        this.orders = orders;
        this.corrections = corrections;
        this.checkFile = checkFile;
        this.guideImport = guideImport;
    }

    /**
     * An order with the cells as a person wants them.
     *
     * @param firstRow the number of its first row
     * @param version that the person saw
     */
    public record Corrected(long firstRow, int version, CorrectedCells cells) {}

    /**
     * Corrects cells. An order number ties rows together, so another one has the whole file checked again; any other cell
     * concerns its own order alone.
     *
     * @return whether the whole file is checked again
     * @throws Refusal when nothing differs, or somebody else has changed one of the orders; nothing is then corrected
     */
    public boolean correct(ImportNumber number, List<Corrected> corrected) {
        var layout = imports.get(number).layout();
        if (!imports.stays(number, OrderImport.State.DECIDING)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "import.refused.state");
        }
        var changed = new ArrayList<List<Row>>();
        var differing = new ArrayList<Correction>();
        for (var one : corrected) {
            var before = orders.correctable(number, one.firstRow(), one.version());
            var different = corrections(before.rows(), one.cells(), layout);
            if (!different.isEmpty()) {
                orders.correct(number, one.firstRow(), one.version());
                var cells = Correction.cells(different);
                changed.add(
                        before.rows().stream().map(row -> cells.in(row, layout)).toList());
                differing.addAll(different);
            }
        }
        if (differing.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "import.correct.none");
        }
        corrections.add(number, differing);
        return checkAgain(number, layout, changed, differing);
    }

    private static List<Correction> corrections(List<Row> rows, CorrectedCells cells, FileLayout layout) {
        return rows.stream()
                .filter(row -> cells.rows().containsKey(row.number()))
                .flatMap(row -> corrections(row, cells.rows().get(row.number()), layout))
                .filter(Correction::changes)
                .toList();
    }

    /** A column that holds no field matters only in a row whose cells stand in wrong columns. */
    private static Stream<Correction> corrections(Row row, Map<Integer, String> cells, FileLayout layout) {
        var isRagged = layout.ragged(row).isPresent();
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey()
                        < Math.max(layout.header().size(), row.cells().size()))
                .filter(cell ->
                        isRagged || layout.mapping().field(cell.getKey()).isPresent())
                .map(cell -> new Correction(
                        row.number(),
                        cell.getKey(),
                        layout.mapping()
                                .field(cell.getKey())
                                .map(OrderField::plainName)
                                .orElse("cell"),
                        row.cell(cell.getKey()),
                        cell.getValue()));
    }

    private boolean checkAgain(
            ImportNumber number, FileLayout layout, List<List<Row>> changed, List<Correction> differing) {
        var reference = layout.mapping().column(OrderField.REFERENCE);
        var tiesRows = differing.stream()
                .map(Correction::place)
                .anyMatch(place -> reference.filter(place::equals).isPresent());
        if (tiesRows || orders.anyTwice(number, references(changed, layout))) {
            guideImport.decide(number, ImportDecision.CHECK_AGAIN);
            return true;
        }
        checkFile
                .check(changed, layout)
                .forEach(order -> orders.replace(number, order.rows().get(0).number(), order));
        return false;
    }

    private static Set<String> references(List<List<Row>> orders, FileLayout layout) {
        return orders.stream()
                .map(rows -> layout.text(rows.get(0), OrderField.REFERENCE))
                .filter(reference -> !reference.isEmpty())
                .collect(Collectors.toSet());
    }
}
