package io.ordertrail.process.feel;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Conditions of numbers alone that no value of a fact fulfils, such as from 5000 to 1000, or the hour 25. */
public final class NumberCells {

    private record Range(int least, int most) {

        boolean has(BigDecimal number) {
            return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        }
    }

    /** The values that a fact can have; other numbers can have any. */
    private static final Map<String, Range> RANGES = Map.of(
            "hour", new Range(0, 23),
            "discountAllowed", new Range(0, 100),
            "orderTotal", new Range(0, Integer.MAX_VALUE),
            "lowestPricePercent", new Range(0, Integer.MAX_VALUE),
            "largestQuantityRatio", new Range(0, Integer.MAX_VALUE),
            "numberOfLines", new Range(1, Integer.MAX_VALUE),
            "stockRank", new Range(1, Integer.MAX_VALUE));

    private static final Range ANY = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Pattern NUMBERS_ALONE = Pattern.compile("(?:[\\d\\s.,()\\[\\]<>=-]|not)+");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])-?\\d+(?:\\.\\d+)?");
    private static final BigDecimal NEAR = new BigDecimal("0.0001");

    private NumberCells() {}

    /** Tells whether the condition names numbers alone, and none that the fact can have fulfils it. */
    public static boolean neverHolds(String condition, String fact) {
        var range = RANGES.getOrDefault(fact, ANY);
        return NUMBERS_ALONE.matcher(condition).matches()
                && NUMBER.matcher(condition).find()
                && near(condition, range)
                        .noneMatch(number -> Boolean.TRUE.equals(
                                Feel.holds(condition, number, Map.of()).value()));
    }

    /** Each number of the condition, what is just below and above it, and the ends of the range. */
    private static Stream<BigDecimal> near(String condition, Range range) {
        return Stream.concat(
                        Stream.of(BigDecimal.valueOf(range.least()), BigDecimal.valueOf(range.most())),
                        NUMBER.matcher(condition)
                                .results()
                                .map(found -> new BigDecimal(found.group()))
                                .flatMap(number -> Stream.of(
                                        number,
                                        number.add(NEAR),
                                        number.subtract(NEAR),
                                        number.add(BigDecimal.ONE),
                                        number.subtract(BigDecimal.ONE))))
                .filter(range::has);
    }
}
