package io.ordertrail.web.stock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import io.ordertrail.stock.inquiry.StockHistory.Point;
import io.ordertrail.stock.inquiry.StockHistory.Series;

/**
 * A step chart of stock over time, drawn in a box of {@link #WIDTH} by {@link #HEIGHT} that the page stretches. The
 * labels are outside of the picture, so that they keep their size on small screens.
 *
 * @param onHand SVG path of the line of the stock on hand
 * @param reserved SVG path of the area of the reserved stock
 * @param gridLines values of the horizontal grid lines in units, the highest first
 * @param moments evenly spaced times below the chart
 * @param span from the first to the last of these times
 * @param days stock at the end of each day with a change, the newest day first
 */
record StockChart(
        String onHand,
        String reserved,
        List<Long> gridLines,
        List<Instant> moments,
        Duration span,
        List<Day> days,
        Day first,
        Day last,
        long lowest,
        long highest) {

    /** The stock in units at the end of a day. */
    record Day(LocalDate day, long onHand, long reserved) {

        public long available() {
            return onHand - reserved;
        }
    }

    static final int WIDTH = 1000;
    static final int HEIGHT = 240;
    private static final int RUNGS = 4;
    private static final int MOMENTS = 4;
    private static final int MAX_STEPS = 800;
    private static final int MAX_DAYS = 100;

    static StockChart of(Series course, ZoneId zone) {
        var highest = course.points().stream().mapToLong(Point::onHand).max().orElse(0);
        var lowest = course.points().stream().mapToLong(Point::onHand).min().orElse(0);
        var rung = rung(highest);
        var steps = steps(course);
        return new StockChart(
                line(steps, course, Point::onHand, rung * RUNGS),
                area(steps, course, rung * RUNGS),
                IntStream.rangeClosed(0, RUNGS)
                        .mapToObj(at -> rung * (RUNGS - at))
                        .toList(),
                moments(course),
                Duration.between(course.from(), course.to()),
                days(course, zone),
                day(course.points().get(0), zone),
                day(course.last(), zone),
                lowest,
                highest);
    }

    /** Distance between two grid lines in units: 1, 2 or 5 times a power of ten. */
    static long rung(long highest) {
        var wanted = Math.max(1, (highest + RUNGS - 1) / RUNGS);
        for (var power = 1L; ; power *= 10) {
            for (var digit : new long[] {1, 2, 5}) {
                if (digit * power >= wanted) {
                    return digit * power;
                }
            }
        }
    }

    /** Limits the steps of a long period to as many as the picture can show. */
    private static List<Point> steps(Series course) {
        if (course.points().size() <= MAX_STEPS) {
            return course.points();
        }
        var last = new TreeMap<Integer, Point>();
        course.points().forEach(point -> last.put(x(point.from(), course) * MAX_STEPS / WIDTH, point));
        return List.copyOf(last.values());
    }

    private static String line(List<Point> steps, Series course, ToLongFunction<Point> value, long top) {
        var path = new StringBuilder();
        for (var step : steps) {
            path.append(path.isEmpty() ? "M0 " : "H" + x(step.from(), course) + "V")
                    .append(y(value.applyAsLong(step), top));
        }
        return path.append("H").append(WIDTH).toString();
    }

    private static String area(List<Point> steps, Series course, long top) {
        return line(steps, course, Point::reserved, top) + "V" + HEIGHT + "H0Z";
    }

    private static int x(Instant at, Series course) {
        var whole = Duration.between(course.from(), course.to()).toSeconds();
        return (int) (WIDTH * Duration.between(course.from(), at).toSeconds() / Math.max(1, whole));
    }

    private static long y(long value, long top) {
        return Math.round(HEIGHT - (double) HEIGHT * Math.max(0, value) / top);
    }

    private static List<Instant> moments(Series course) {
        var whole = Duration.between(course.from(), course.to());
        return IntStream.rangeClosed(0, MOMENTS)
                .mapToObj(at -> course.from().plus(whole.multipliedBy(at).dividedBy(MOMENTS)))
                .toList();
    }

    private static List<Day> days(Series course, ZoneId zone) {
        var days = new TreeMap<LocalDate, Day>(Comparator.reverseOrder());
        course.points().stream().map(point -> day(point, zone)).forEach(day -> days.put(day.day(), day));
        return new ArrayList<>(days.values()).subList(0, Math.min(MAX_DAYS, days.size()));
    }

    private static Day day(Point point, ZoneId zone) {
        return new Day(LocalDate.ofInstant(point.from(), zone), point.onHand(), point.reserved());
    }
}
