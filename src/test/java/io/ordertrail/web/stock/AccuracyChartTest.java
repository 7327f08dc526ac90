package io.ordertrail.web.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.ordertrail.catalog.Money;
import io.ordertrail.stock.stocktake.StockAccuracy.Figures;

class AccuracyChartTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Test
    void a_better_month_has_a_higher_bar_and_the_target_is_drawn_at_its_share() {
        var chart = chart(Map.of(MAY, figures(100, 95), JUNE, figures(100, 99)));

        assertThat(chart.floor()).isEqualTo(90);
        assertThat(chart.bars()).extracting(AccuracyChart.Bar::month).containsExactly(MAY, JUNE);
        assertThat(chart.bars().get(0).y()).isGreaterThan(chart.bars().get(1).y());
        assertThat(chart.bars().get(1).y()).isEqualTo(chart.goal());
        assertThat(chart.bars()).extracting(AccuracyChart.Bar::isGood).containsExactly(false, true);
    }

    @Test
    void a_month_without_a_count_has_no_bar() {
        assertThat(chart(Map.of(MAY, figures(0, 0))).bars().get(0).share()).isNull();
    }

    @Test
    void the_axis_starts_below_the_worst_month() {
        assertThat(chart(Map.of(MAY, figures(100, 42))).floor()).isEqualTo(40);
        assertThat(chart(Map.of(MAY, figures(100, 40))).floor()).isEqualTo(30);
        assertThat(chart(Map.of(MAY, figures(100, 0))).floor()).isZero();
        assertThat(chart(Map.of(MAY, figures(0, 0))).floor()).isEqualTo(90);
    }

    private static AccuracyChart chart(Map<YearMonth, Figures> months) {
        return AccuracyChart.of(new TreeMap<>(months));
    }

    private static Figures figures(long counted, long right) {
        return new Figures(counted, right, 0, 0, new Money(BigDecimal.ZERO, Currency.getInstance("EUR")));
    }
}
