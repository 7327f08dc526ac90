package io.ordertrail.intake.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ordertrail.intake.file.Row;
import io.ordertrail.order.book.OrderNumber;

/**
 * What came of a file.
 *
 * @param samples its first rows
 * @param orders all of it, in its sequence
 * @param entered the numbers of the orders that were entered, by their references; empty when none was
 */
public record FileImport(
        FileLayout layout, List<Row> samples, List<FileOrder> orders, Map<String, OrderNumber> entered) {

    /** The faults that have one cure: those of a column that say the same. */
    public record FaultGroup(String column, String message, List<RowFault> faults) {}

    public long count(FileOrder.State state) {
        return orders.stream().filter(order -> order.state() == state).count();
    }

    public long rows() {
        return orders.stream().mapToLong(order -> order.rows().size()).sum();
    }

    /** Tells whether orders were held back because others are faulty. */
    public boolean isHeldBack() {
        return entered.isEmpty() && count(FileOrder.State.FAULTY) > 0 && count(FileOrder.State.NEW) > 0;
    }

    /** The groups of faults, those with the most faults first. */
    public List<FaultGroup> faults() {
        var groups = new LinkedHashMap<List<String>, List<RowFault>>();
        orders.stream()
                .flatMap(order -> order.faults().stream())
                .forEach(fault -> groups.computeIfAbsent(
                                List.of(fault.column(), fault.message()), group -> new ArrayList<>())
                        .add(fault));
        return groups.entrySet().stream()
                .map(group ->
                        new FaultGroup(group.getKey().get(0), group.getKey().get(1), group.getValue()))
                .sorted((one, other) -> other.faults().size() - one.faults().size())
                .toList();
    }

    /** The columns that were read, each with its field and some of its cells. */
    public List<ReadColumn> columns() {
        return layout.mapping().columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(column -> new ReadColumn(
                        layout.header().get(column.getValue()), column.getKey(), cells(column.getValue())))
                .toList();
    }

    public record ReadColumn(String name, OrderField field, List<String> cells) {}

    private List<String> cells(int column) {
        return samples.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isBlank())
                .distinct()
                .limit(3)
                .toList();
    }
}
