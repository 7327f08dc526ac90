package io.ordertrail.process.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** One field of a Camunda Form and what it allows. The browser checks the same, but only this check is trusted. */
record FormField(JsonNode field) {

    private static final int LONGEST = 1000;
    private static final Pattern HIDE = Pattern.compile("=(\\w+) != \"(\\w+)\"");

    String key() {
        return field.path("key").asText();
    }

    String label() {
        return field.path("label").asText(field.path("dateLabel").asText(key()));
    }

    /** Whether the form shows the field for what was entered in the others; it may hide it by {@code =other != "value"}. */
    boolean asked(Map<String, Object> values) {
        var hide = HIDE.matcher(field.path("conditional").path("hide").asText());
        return !hide.matches() || hide.group(2).equals(values.get(hide.group(1)));
    }

    /** @return the key of the sentence that says what is wrong with the value */
    Optional<String> fault(Object value, LocalDate today) {
        if (value == null || "".equals(value)) {
            return field.path("validate").path("required").asBoolean()
                    ? Optional.of("task.field.missing")
                    : Optional.empty();
        }
        if (!(value instanceof String text)) {
            return Optional.of("task.field.kind");
        }
        return textFault(text).or(() -> choiceFault(text)).or(() -> dateFault(text, today));
    }

    private Optional<String> textFault(String text) {
        var rules = field.path("validate");
        if (text.length() > rules.path("maxLength").asInt(LONGEST)
                || text.length() < rules.path("minLength").asInt(0)) {
            return Optional.of("task.field.length");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || loneSurrogate(text)) {
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

    private Optional<String> dateFault(String text, LocalDate today) {
        if (!field.path("type").asText().equals("datetime")) {
            return Optional.empty();
        }
        try {
            var past = LocalDate.parse(text).isBefore(today);
            return past && field.path("disallowPassedDates").asBoolean()
                    ? Optional.of("task.field.past")
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("task.field.date");
        }
    }

    private static boolean loneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
