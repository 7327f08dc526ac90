package io.ordertrail.web.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Currency;

import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;
import io.ordertrail.web.page.Formats;

/** Writes rows, columns and figures of reports in the language of the reader. */
record ReportTexts(Formats shown, Currency currency) {

    private static final String NOTHING = "–";

    static String title(String report) {
        return Sentence.of("report." + report);
    }

    static String definition(String report) {
        return Sentence.of("report." + report + ".definition");
    }

    static String heading(Column column) {
        return column.text() == null ? Sentence.of("report.column." + column.name()) : column.text();
    }

    static String definition(Column column) {
        return column.text() == null ? Sentence.of("report.column." + column.name() + ".definition") : null;
    }

    /** What a row is about. */
    String label(Report report, Row row) {
        return label(report.keys(), row.key()) + (row.name() == null ? "" : " · " + row.name());
    }

    String label(Report.Keys keys, String key) {
        return switch (keys) {
            case STATE -> Sentence.of("state." + key);
            case WORD -> Sentence.of("report.word." + key);
            case DAY -> shown.day(LocalDate.parse(key));
            case WEEKDAY -> DayOfWeek.valueOf(key).getDisplayName(TextStyle.FULL_STANDALONE, shown.locale());
            case COUNTRY -> key == null || key.isBlank() ? Sentence.of("report.none") : shown.country(key);
            case CHANNEL -> channel(key);
            case TEXT -> key == null || key.isBlank() ? Sentence.of("report.none") : key;
        };
    }

    /** Other systems name channels of their own. */
    private static String channel(String channel) {
        var message = "channel." + channel;
        var name = Sentence.of(message);
        return name.equals(message) ? channel : name;
    }

    /** A day below a picture. */
    String shortDay(String key) {
        var day = LocalDate.parse(key);
        return "%d/%d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    String figure(BigDecimal figure, Unit unit) {
        if (figure == null) {
            return NOTHING;
        }
        return switch (unit) {
            case COUNT -> shown.number(figure.longValue());
            case MONEY -> shown.money(figure, currency);
            case PERCENT -> shown.percent(figure.setScale(1, RoundingMode.HALF_UP));
            case HOURS, DAYS, TIMES -> shown.times(figure);
        };
    }

    /** The change from the figure before, with its sign; empty when it cannot be said. */
    String change(BigDecimal figure, BigDecimal before) {
        if (figure == null || before == null || before.signum() == 0) {
            return "";
        }
        var percent = figure.subtract(before).movePointRight(2).divide(before.abs(), 1, RoundingMode.HALF_UP);
        return signed(percent);
    }

    String signed(BigDecimal percent) {
        return (percent.signum() > 0 ? "+" : "") + shown.percent(percent);
    }
}
