package io.ordertrail.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ordertrail.refusal.Refusal;

class TableGuardTest {

    private static final String JUEL_CALL = "${execution.getProcessEngineServices()}";

    private final DmnEngine guarded = TableGuard.guarded().buildEngine();

    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "javascript", "groovy", "http://www.w3.org/1999/XPath", "feelx"})
    void a_table_in_another_language_is_refused_wherever_it_names_the_language(String language) {
        var attribute = " expressionLanguage='" + language + "'";
        for (var table : new String[] {
            table(attribute, "", "", "", "1"),
            table("", attribute, "", "", "1"),
            table("", "", attribute, "", "1"),
            table("", "", "", attribute, "1")
        }) {
            assertThatThrownBy(() -> points(table))
                    .hasStackTraceContaining(Refusal.class.getName())
                    .hasStackTraceContaining("A decision table is written in FEEL");
        }
    }

    @ParameterizedTest
    @CsvSource({"feel", "FEEL", "http://www.omg.org/spec/FEEL/20140401", "https://www.omg.org/spec/DMN/20191111/FEEL/"})
    void feel_may_be_named(String language) {
        var attribute = " expressionLanguage='" + language + "'";
        assertThat(points(table("", attribute, attribute, attribute, "1 + 1"))).isEqualTo(2.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JUEL_CALL,
                "function() external { java: { class: \"java.lang.System\", method signature: \"nanoTime()\" } }",
                "{ f: function() external { java: { class: \"java.lang.System\", method signature: \"nanoTime()\" } },"
                        + " x: f() }.x"
            })
    void a_cell_calls_no_code(String cell) {
        try {
            assertThat(value(table("", "", "", "", cell))).isNotInstanceOf(Number.class);
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Test
    void a_table_that_passed_an_older_version_is_not_evaluated_in_another_language() {
        var unguarded = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .buildEngine()
                .parseDecision("points", stream(table("", " expressionLanguage='juel'", "", "", "1")));
        assertThatThrownBy(() -> guarded.evaluateDecisionTable(unguarded, Map.of("x", 1)))
                .hasStackTraceContaining("A decision table is written in FEEL");
    }

    private double points(String table) {
        return ((Number) value(table)).doubleValue();
    }

    private Object value(String table) {
        return guarded.evaluateDecisionTable(guarded.parseDecision("points", stream(table)), Map.of("x", 1))
                .getSingleResult()
                .getSingleEntry();
    }

    private static ByteArrayInputStream stream(String table) {
        return new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
    }

    private static String table(String definitions, String input, String condition, String output, String cell) {
        return """
            <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='d'%s>
              <decision id='points' name='points'><decisionTable id='t' hitPolicy='FIRST'>
                <input id='i'><inputExpression id='ie'%s><text>x</text></inputExpression></input>
                <output id='o' name='points'/>
                <rule id='r'><inputEntry id='c'%s><text>1</text></inputEntry>
                  <outputEntry id='e'%s><text>%s</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>
            """.formatted(definitions, input, condition, output, cell.replace("&", "&amp;"));
    }
}
