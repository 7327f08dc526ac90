package io.ordertrail.web.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.figure.Headline;

/**
 * A figure on the managers' home.
 *
 * @param change from the period before, with its sign; empty when it cannot be said
 * @param tone {@code better}, {@code worse} or empty
 * @param line points of the line of the days; empty without a course
 * @param address of the page with more about it; null without one
 */
record Card(
        String name,
        String title,
        String definition,
        String value,
        String before,
        String change,
        String tone,
        String line,
        String address) {

    static final int WIDTH = 160;
    static final int HEIGHT = 36;
    /** The less, the better. */
    private static final Set<String> BURDENS = Set.of("late", "cancellations", "touches", "incidents");
    /** More of them is neither better nor worse. */
    private static final Set<String> NEUTRAL = Set.of("open");

    static Card of(Headline headline, ReportTexts texts, String address) {
        var change = headline.change();
        return new Card(
                headline.name(),
                Sentence.of("report.card." + headline.name()),
                Sentence.of("report.card." + headline.name() + ".definition"),
                texts.figure(headline.value(), headline.unit()),
                headline.before() == null ? null : texts.figure(headline.before(), headline.unit()),
                change == null ? "" : texts.signed(change.setScale(1, RoundingMode.HALF_UP)),
                tone(headline.name(), change),
                line(headline.course()),
                address);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    private static String tone(String name, BigDecimal change) {
        if (change == null || change.signum() == 0 || NEUTRAL.contains(name)) {
            return "";
        }
        return change.signum() > 0 == BURDENS.contains(name) ? "worse" : "better";
    }

    /** A day without a figure has no point. */
    private static String line(List<BigDecimal> course) {
        var largest = course.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::max);
        if (largest.signum() == 0 || course.size() < 2) {
            return "";
        }
        return IntStream.range(0, course.size())
                .filter(day -> course.get(day) != null)
                .mapToObj(day -> day * WIDTH / (course.size() - 1) + "," + y(course.get(day), largest))
                .collect(Collectors.joining(" "));
    }

    private static int y(BigDecimal figure, BigDecimal largest) {
        var space = BigDecimal.valueOf(HEIGHT - 4L);
        return HEIGHT
                - 2
                - figure.multiply(space)
                        .divide(largest, 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
