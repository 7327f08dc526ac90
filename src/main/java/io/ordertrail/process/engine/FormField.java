package io.ordertrail.process.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ordertrail.settings.DeliveryDays;

/** One field of a Camunda form and its rules. The browser applies the same rules, but only this check is trusted. */
record FormField(JsonNode field) {

    private static final int MAX_LENGTH = 1000;
    private static final Pattern HIDDEN_UNLESS = Pattern.compile("=(\\w+) != \"(\\w+)\"");

    String key() {
        return field.path("key").asText();
    }

    String label() {
        return field.path("label").asText(field.path("dateLabel").asText(key()));
    }

    /** The words of the form for a value: the label of a choice, or else the value itself. */
    String inWords(Object value) {
        for (var choice : field.path("values")) {
            if (choice.path("value").asText().equals(value)) {
                return choice.path("label").asText();
            }
        }
        return String.valueOf(value);
    }

    /** Tells whether the field is one in which a person decides: a decision, a reason or another choice. */
    boolean isDecision() {
        return key().endsWith("Decision") || key().endsWith("Reason") || field.has("values");
    }

    /**
     * Tells whether the form shows the field, given the values of the others. A form hides a field by
     * {@code =other != "value"}.
     */
    boolean isShown(Map<String, Object> values) {
        var hide = HIDDEN_UNLESS.matcher(field.path("conditional").path("hide").asText());
        return !hide.matches() || hide.group(2).equals(values.get(hide.group(1)));
    }

    /** Finds the message key that says what is wrong with the value. It is empty when the value is valid. */
    Optional<String> error(Object value, DeliveryDays days) {
        if (value == null || "".equals(value)) {
            return field.path("validate").path("required").asBoolean()
                    ? Optional.of("task.field.missing")
                    : Optional.empty();
        }
        if (!(value instanceof String text)) {
            return Optional.of("task.field.kind");
        }
        return textFault(text).or(() -> choiceFault(text)).or(() -> dateFault(text, days));
    }

    private Optional<String> textFault(String text) {
        var rules = field.path("validate");
        if (text.length() > rules.path("maxLength").asInt(MAX_LENGTH)
                || text.length() < rules.path("minLength").asInt(0)) {
            return Optional.of("task.field.length");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || hasLoneSurrogate(text)) {
            return Optional.of("task.field.characters");
        }
        return rules.has("pattern") && !text.matches(rules.path("pattern").asText())
                ? Optional.of("task.field.pattern")
                : Optional.empty();
    }

    private Optional<String> choiceFault(String text) {
        List<String> choices = field.path("values").findValuesAsText("value");
        return choices.isEmpty() || choices.contains(text) ? Optional.empty() : Optional.of("task.field.choice");
    }

    private Optional<String> dateFault(String text, DeliveryDays days) {
        if (!field.path("type").asText().equals("datetime")) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text);
            if (day.isBefore(days.first()) && field.path("disallowPassedDates").asBoolean()) {
                return Optional.of("task.field.past");
            }
            return day.isAfter(days.last()) ? Optional.of("task.field.far") : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("task.field.date");
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
