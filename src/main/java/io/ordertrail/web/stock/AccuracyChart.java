package io.ordertrail.web.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ordertrail.stock.stocktake.StockAccuracy;
import io.ordertrail.stock.stocktake.StockAccuracy.Figures;

/**
 * The share of right items by month, as bars. Everything is in units of the picture, from its upper left corner.
 *
 * @param floor the share at the foot of the bars: near a hundred one percent is much, and from zero nobody would see it
 */
record AccuracyChart(List<Bar> bars, List<Mark> marks, int goal, int floor) {

    static final int WIDTH = 720;
    static final int HEIGHT = 220;
    private static final int LEFT = 62;
    private static final int TOP = 12;
    private static final int FOOT = 188;
    private static final int WHOLE = 100;
    private static final int STEP = 10;

    /** @param share null for a month in which nothing was counted */
    record Bar(YearMonth month, BigDecimal share, int x, int y, int width, int height, boolean labelled) {

        public int middle() {
            return x + width / 2;
        }

        public boolean isGood() {
            return share != null && share.compareTo(StockAccuracy.GOAL) >= 0;
        }
    }

    /** A line across with its share. */
    record Mark(int share, int y) {}

    static AccuracyChart of(Map<YearMonth, Figures> months) {
        var floor = floor(months);
        var each = (WIDTH - LEFT) / Math.max(1, months.size());
        var bars = new ArrayList<Bar>();
        months.forEach((month, figures) -> {
            var share = figures.share().orElse(null);
            var y = share == null ? FOOT : y(share, floor);
            bars.add(new Bar(
                    month,
                    share,
                    LEFT + bars.size() * each + each / 6,
                    y,
                    each * 2 / 3,
                    Math.max(share == null ? 0 : 1, FOOT - y),
                    months.size() <= WHOLE / STEP + 2 || bars.size() % 2 == 0));
        });
        var marks = List.of(
                new Mark(WHOLE, y(BigDecimal.valueOf(WHOLE), floor)),
                new Mark((WHOLE + floor) / 2, y(BigDecimal.valueOf((WHOLE + floor) / 2), floor)),
                new Mark(floor, FOOT));
        return new AccuracyChart(bars, marks, y(StockAccuracy.GOAL, floor), floor);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public int left() {
        return LEFT;
    }

    public int foot() {
        return FOOT;
    }

    /** Ninety, or the ten below the worst month. */
    private static int floor(Map<YearMonth, Figures> months) {
        var worst = months.values().stream()
                .flatMap(figures -> figures.share().stream())
                .min(BigDecimal::compareTo)
                .map(BigDecimal::intValue)
                .orElse(WHOLE);
        return Math.min(WHOLE - STEP, Math.max(0, (worst - 1) / STEP * STEP));
    }

    private static int y(BigDecimal share, int floor) {
        return FOOT
                - share.subtract(BigDecimal.valueOf(floor))
                        .multiply(BigDecimal.valueOf(FOOT - TOP))
                        .divide(BigDecimal.valueOf(WHOLE - floor), 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
