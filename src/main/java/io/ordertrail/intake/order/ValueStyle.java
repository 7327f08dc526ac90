package io.ordertrail.intake.order;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file writes numbers and days.
 *
 * @param decimal the sign before the decimals
 */
public record ValueStyle(char decimal, DayOrder days) {

    public enum DayOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final Pattern COMMA = Pattern.compile("-?\\d{1,3}(\\.\\d{3})*,\\d+|-?\\d+,\\d{1,2}|-?\\d+,\\d{4,}");
    private static final Pattern POINT =
            Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d+|-?\\d+\\.\\d{1,2}|-?\\d+\\.\\d{4,}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})([T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})([T ].*)?");
    private static final Pattern WITH_COMMA = Pattern.compile("(-?\\d{1,3}(?:\\.\\d{3})+|-?\\d+)(?:,(\\d*))?");
    private static final Pattern WITH_POINT = Pattern.compile("(-?\\d{1,3}(?:,\\d{3})+|-?\\d+)(?:\\.(\\d*))?");
    private static final Pattern SIGNS = Pattern.compile("[\\s\\u00a0\\u202f'\\p{Sc}]");

    /** Detects the style from sample cells; a point and the day before the month where nothing tells. */
    public static ValueStyle of(List<String> cells) {
        var commas = cells.stream()
                .filter(cell -> COMMA.matcher(cell.strip()).matches())
                .count();
        var points = cells.stream()
                .filter(cell -> POINT.matcher(cell.strip()).matches())
                .count();
        var monthFirst = cells.stream().anyMatch(cell -> {
            var day = YEAR_LAST.matcher(cell.strip());
            return day.matches() && Integer.parseInt(day.group(2)) > 12 && Integer.parseInt(day.group(1)) <= 12;
        });
        return new ValueStyle(commas > points ? ',' : '.', monthFirst ? DayOrder.MONTH_FIRST : DayOrder.DAY_FIRST);
    }

    /** Reads a number, with or without signs between thousands and a sign of a currency; empty when it is none. */
    public Optional<BigDecimal> number(String cell) {
        var number = (decimal == ',' ? WITH_COMMA : WITH_POINT)
                .matcher(SIGNS.matcher(cell).replaceAll(""));
        if (!number.matches()) {
            return Optional.empty();
        }
        var whole = number.group(1).replace(decimal == ',' ? "." : ",", "");
        return Optional.of(new BigDecimal(number.group(2) == null ? whole : whole + "." + number.group(2) + "0"));
    }

    /** Reads a day, with or without a time; empty when it is none. */
    public Optional<LocalDate> day(String cell) {
        var text = cell.strip();
        var first = YEAR_FIRST.matcher(text);
        var last = YEAR_LAST.matcher(text);
        try {
            if (first.matches()) {
                return Optional.of(day(first.group(1), first.group(2), first.group(3)));
            }
            if (last.matches()) {
                return Optional.of(
                        days == DayOrder.DAY_FIRST
                                ? day(last.group(3), last.group(2), last.group(1))
                                : day(last.group(3), last.group(1), last.group(2)));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
