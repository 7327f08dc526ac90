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
 * A bar chart with the share of correct items by month. Coordinates are in units of the picture, from its upper left
 * corner.
 *
 * @param goal y coordinate of the target share
 * @param floor the share in percent at the foot of the bars; an axis from zero would hide differences of a few percent
 */
record AccuracyChart(List<Bar> bars, List<Mark> marks, int goal, int floor) {

    static final int WIDTH = 720;
    static final int HEIGHT = 220;
    private static final int LEFT = 62;
    private static final int TOP = 12;
    private static final int FOOT = 188;
    private static final int WHOLE = 100;
    private static final int STEP = 10;

    /**
     * The bar of a month.
     *
     * @param share percent; null for a month in which nothing was counted
     */
    record Bar(YearMonth month, BigDecimal share, int x, int y, int width, int height, boolean labelled) {

        public int middle() {
            return x + width / 2;
        }

        public boolean isGood() {
            return share != null && share.compareTo(StockAccuracy.GOAL) >= 0;
        }
    }

    /** A horizontal line with its share in percent. */
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

    /** The multiple of ten below the worst month, at most 90. */
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
