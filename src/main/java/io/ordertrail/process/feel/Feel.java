package io.ordertrail.process.feel;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Reads and evaluates cells of decision tables, as the engine does. */
public final class Feel {

    /** What a cell comes to, or why it cannot be evaluated. */
    public record Answer(Object value, String fault) {}

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern COMMA_IN_NUMBER = Pattern.compile("\\d,\\d");

    private static final Pattern POINT_FOR_THOUSANDS = Pattern.compile("(?<![\\d.])[1-9]\\d{0,2}\\.\\d{3}(?!\\d)");

    private Feel() {}

    public static Answer value(String expression, Map<String, Object> facts) {
        var read = ENGINE.parseExpression(expression);
        return read.isFailure()
                ? new Answer(null, read.failure().message())
                : answer(ENGINE.evaluate(read.parsedExpression(), facts));
    }

    /** Whether a condition holds for the value of its column. */
    public static Answer holds(String condition, Object input, Map<String, Object> facts) {
        var read = ENGINE.parseUnaryTests(condition);
        return read.isFailure()
                ? new Answer(null, read.failure().message())
                : answer(ENGINE.evaluateWithInput(read.parsedExpression(), input, facts));
    }

    /** FEEL reads the comma of 1,000 or 1.000,00 as "or". */
    public static boolean hasCommaInNumber(String cell) {
        return COMMA_IN_NUMBER.matcher(TEXT.matcher(cell).replaceAll("")).find();
    }

    /** FEEL reads 1.000 as 1, and people of many countries write a thousand so. */
    public static boolean hasPointForThousands(String cell) {
        return POINT_FOR_THOUSANDS.matcher(TEXT.matcher(cell).replaceAll("")).find();
    }

    /** The texts in quotation marks. */
    public static Stream<String> texts(String cell) {
        return TEXT.matcher(cell)
                .results()
                .map(found -> found.group().substring(1, found.group().length() - 1));
    }

    private static Answer answer(EvaluationResult result) {
        if (result.isFailure()) {
            return new Answer(null, result.failure().message());
        }
        var suppressed = result.suppressedFailures();
        return suppressed.isEmpty()
                ? new Answer(result.result(), null)
                : new Answer(null, suppressed.head().failureMessage());
    }
}
