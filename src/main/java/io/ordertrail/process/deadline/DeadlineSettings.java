package io.ordertrail.process.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks the deadlines: each is a duration above zero and belongs to an element of a diagram. */
class DeadlineSettings implements SettingsCheck {

    private static final String DUE = "ordertrail.deadlines.due";
    private static final String OTHERWISE = "ordertrail.deadlines.otherwise";
    private static final String DURATION = "a duration above zero such as PT4H or P1D";
    private static final Pattern DEADLINE_CALL =
            Pattern.compile("deadlines\\.(?:dueIn|within)\\((?:'|&#39;|&apos;)(\\w+)");
    private static final int YEAR = 365;

    @Override
    public void check(Settings settings) {
        settings.number("ordertrail.deadlines.delivery", 0, YEAR);
        settings.expect(OTHERWISE, DURATION, DeadlineSettings::isPositiveDuration);
        var elements = elements();
        settings.namesBelow(DUE).forEach(element -> {
            if (!elements.contains(element)) {
                settings.addFault(DUE + "." + element, "a name that ends in one of " + String.join(", ", elements));
            }
            settings.expect(DUE + "." + element, DURATION, DeadlineSettings::isPositiveDuration);
        });
    }

    /**
     * Reads the diagrams as text, because the engine validates them itself. Names ignore case, because environment
     * variables are in capitals.
     */
    private static Set<String> elements() {
        var elements = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        elements.add(Element.NOBODY_PICKED); // StaleReservations reads it
        try {
            for (var diagram : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn")) {
                DEADLINE_CALL
                        .matcher(diagram.getContentAsString(StandardCharsets.UTF_8))
                        .results()
                        .forEach(match -> elements.add(match.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return elements;
    }

    private static boolean isPositiveDuration(String value) {
        try {
            return DurationStyle.detectAndParse(value).toSeconds() > 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }
}
