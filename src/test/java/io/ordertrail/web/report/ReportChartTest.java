package io.ordertrail.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.ordertrail.refusal.Formulas;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.Row;
import io.ordertrail.report.table.Unit;

class ReportChartTest {

    @Test
    void the_largest_figure_has_the_longest_bar_also_when_it_is_that_of_the_period_before() {
        var chart = ReportChart.of(table(Report.Shape.BARS, List.of(row("A", 10), row("B", 5)), figures(20, 0)));
        assertThat(chart.bars()).extracting(bar -> bar.width().intValue()).containsExactly(50, 25);
        assertThat(chart.bars()).extracting(bar -> bar.before().intValue()).containsExactly(100, 0);
    }

    @Test
    void not_more_bars_are_drawn_than_a_person_reads() {
        var rows = IntStream.range(0, 50).mapToObj(at -> row("K" + at, 50 - at)).toList();
        assertThat(ReportChart.of(table(Report.Shape.BARS, rows, List.of())).bars())
                .hasSize(ReportChart.MOST_BARS);
    }

    @Test
    void the_axis_ends_above_the_largest_figure() {
        assertThat(top(7)).isEqualTo(10);
        assertThat(top(20)).isEqualTo(20);
        assertThat(top(21)).isEqualTo(40);
        assertThat(top(0)).isEqualTo(2);
    }

    @Test
    void layers_lie_one_on_the_other() {
        var parts = ReportChart.of(table(Report.Shape.LAYERS, List.of(row("2026-11-01", 4, 6)), List.of()))
                .columns()
                .get(0)
                .parts();
        assertThat(parts.get(0).y() + parts.get(0).height()).isEqualTo(188);
        assertThat(parts.get(1).y() + parts.get(1).height())
                .isEqualTo(parts.get(0).y());
        assertThat(parts.get(1).y()).isEqualTo(12);
    }

    @Test
    void nothing_is_cold_and_the_largest_figure_is_warmest() {
        assertThat(ReportChart.heat(BigDecimal.ZERO, BigDecimal.TEN)).isZero();
        assertThat(ReportChart.heat(null, BigDecimal.TEN)).isZero();
        assertThat(ReportChart.heat(BigDecimal.ONE, BigDecimal.TEN)).isEqualTo(1);
        assertThat(ReportChart.heat(BigDecimal.TEN, BigDecimal.TEN)).isEqualTo(5);
    }

    @Test
    void a_text_that_a_spreadsheet_takes_for_a_formula_is_made_harmless() {
        assertThat(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "|calc"))
                .allSatisfy(text -> assertThat(Formulas.harmless(text)).isEqualTo("'" + text));
        assertThat(Formulas.harmless("Café – 10 % = little")).isEqualTo("Café – 10 % = little");
    }

    private static long top(long figure) {
        return ReportChart.of(table(Report.Shape.DAYS, List.of(row("2026-11-01", figure)), List.of()))
                .marks()
                .get(0)
                .figure();
    }

    private static Row row(String key, long... figures) {
        return new Row(key, null, figures(figures));
    }

    private static List<BigDecimal> figures(long... figures) {
        var list = new ArrayList<BigDecimal>();
        for (var figure : figures) {
            list.add(BigDecimal.valueOf(figure));
        }
        return list;
    }

    private static ReportTable table(Report.Shape shape, List<Row> rows, List<BigDecimal> before) {
        var columns = IntStream.range(0, rows.get(0).figures().size())
                .mapToObj(at -> Column.sum("orders", Unit.COUNT))
                .toList();
        return new ReportTable(new Drawn(shape, columns), columns, rows, before);
    }

    private record Drawn(Shape shape, List<Column> columns) implements Report {

        @Override
        public String name() {
            return "drawn";
        }

        @Override
        public Keys keys() {
            return Keys.TEXT;
        }

        @Override
        public List<Row> rows(ReportFilter filter) {
            return List.of();
        }
    }
}
