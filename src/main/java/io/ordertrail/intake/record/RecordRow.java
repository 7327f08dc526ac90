package io.ordertrail.intake.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;

/** Reads the cells of one row. A field that no column holds stays as it is stored. */
final class RecordRow {

    private static final Map<String, Boolean> YES_OR_NO = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("1", true),
            Map.entry("y", true),
            Map.entry("x", true),
            Map.entry("ja", true),
            Map.entry("false", false),
            Map.entry("0", false),
            Map.entry("n", false),
            Map.entry("nein", false));

    private final RecordLayout layout;
    private final Row row;
    private final List<RowFault> faults = new ArrayList<>();

    RecordRow(RecordLayout layout, Row row) {
        this.layout = layout;
        this.row = row;
        layout.file().ragged(row).ifPresent(faults::add);
    }

    Row row() {
        return row;
    }

    List<RowFault> faults() {
        return faults;
    }

    String text(String field) {
        return layout.text(row, field);
    }

    /** The text; null for an empty cell. */
    String text(String field, String stored) {
        return layout.has(field) ? orNull(text(field)) : stored;
    }

    /** The number; the stored one for an empty cell. */
    BigDecimal number(String field, BigDecimal stored) {
        var number = parsed(field, stored, layout.file().style()::number, "import.fault.number");
        return number == null ? null : plain(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The whole number; null for an empty cell. */
    Integer whole(String field) {
        return parsed(field, null, this::toWhole, "record.fault.whole");
    }

    private Optional<Integer> toWhole(String cell) {
        try {
            return layout.file().style().number(cell).map(BigDecimal::intValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The day; null for an empty cell. */
    LocalDate day(String field) {
        return parsed(field, null, layout.file().style()::day, "import.fault.day");
    }

    Boolean yes(String field, Boolean stored) {
        return parsed(field, stored, RecordRow::yesOrNo, "record.fault.yes");
    }

    private static Optional<Boolean> yesOrNo(String cell) {
        if (AllLanguages.texts("page.yes").anyMatch(cell::equalsIgnoreCase)) {
            return Optional.of(true);
        }
        return AllLanguages.texts("page.no").anyMatch(cell::equalsIgnoreCase)
                ? Optional.of(false)
                : Optional.ofNullable(YES_OR_NO.get(cell.toLowerCase(Locale.ROOT)));
    }

    /**
     * The value of an enum, by its name or by its text in any language.
     *
     * @param family of the texts, such as {@code priority.}
     */
    <E extends Enum<E>> E choice(String field, E stored, E[] choices, String family) {
        return parsed(
                field,
                stored,
                cell -> Stream.of(choices)
                        .filter(one -> one.name().equalsIgnoreCase(cell)
                                || AllLanguages.texts(family + one).anyMatch(cell::equalsIgnoreCase))
                        .findFirst(),
                "record.fault.choice",
                Stream.of(choices).map(one -> Sentence.of(family + one)).collect(Collectors.joining(", ")));
    }

    private <T> T parsed(String field, T stored, Function<String, Optional<T>> parse, String message, Object... more) {
        var cell = text(field);
        if (cell.isEmpty()) {
            return stored;
        }
        var value = parse.apply(cell);
        if (value.isEmpty()) {
            fault(field, Sentence.of(message, more));
        }
        return value.orElse(stored);
    }

    void fault(String field, String message) {
        add(layout.fault(row, field, message));
    }

    /** Adds what the rules of the form refuse, at the column of its field. */
    void faults(List<Fault> found) {
        found.forEach(fault -> fault(fault.pointer().replaceFirst(".*/", ""), fault.message()));
    }

    /** One cell has one fault. */
    private void add(RowFault fault) {
        if (fault.column().isEmpty()
                || faults.stream().noneMatch(other -> other.column().equals(fault.column()))) {
            faults.add(fault);
        }
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
