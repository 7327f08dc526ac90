package io.ordertrail.process.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.ordertrail.order.book.Decision;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Form;
import io.ordertrail.stock.replenishment.PurchaseDecision;

/** A form offers a decision that the product does not know, or has a field that no task accepts. */
final class FormFields implements ProcessRule {

    private static final String DECISION = "Decision";
    /** The fields whose values are texts; a task accepts no others. */
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "radio", "select", "datetime");

    private static final Set<String> CHOICES = Set.of("radio", "select");
    private static final Pattern HIDDEN_UNLESS = Pattern.compile("=(\\w+) != \"(\\w+)\"");
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_TEXT = 1000;

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.forms().stream()
                .flatMap(form -> Stream.concat(
                        ofForm(form, files),
                        form.fields()
                                .flatMap(field -> Stream.of(
                                                kind(form, field),
                                                key(form, field),
                                                length(form, field),
                                                choices(form, field),
                                                hidden(form, field),
                                                pattern(form, field),
                                                words(form, field),
                                                reason(form, field))
                                        .flatMap(found -> found))));
    }

    private static Stream<ProcessFinding> ofForm(Form form, ProcessFiles files) {
        if (form.id().isBlank()) {
            return Stream.of(ProcessFinding.refuse(form.file(), null, "form.no-id"));
        }
        return files.forms().stream()
                                .filter(other -> other.id().equals(form.id()))
                                .count()
                        > 1
                ? Stream.of(ProcessFinding.refuse(form.file(), form.id(), "form.twice", form.id()))
                : nested(form);
    }

    /** A task reads the fields of the form itself, and refuses what comes from a group or a list in it. */
    private static Stream<ProcessFinding> nested(Form form) {
        return StreamSupport.stream(form.content().path("components").spliterator(), false)
                .filter(part -> part.path("components").findValue("key") != null)
                .map(part -> ProcessFinding.refuse(
                        form.file(),
                        part.path("id").asText(),
                        "form.nested",
                        part.path("components").findValue("key").asText(),
                        part.path("type").asText()));
    }

    private static Stream<ProcessFinding> key(Form form, JsonNode field) {
        if (key(field).isBlank() || key(field).length() > LONGEST_KEY) {
            return Stream.of(ProcessFinding.refuse(
                    form.file(),
                    field.path("id").asText(),
                    "form.key",
                    field.path("label").asText()));
        }
        if (KnownNames.told().contains(key(field))) {
            return Stream.of(ProcessFinding.refuse(form.file(), key(field), "form.told", key(field)));
        }
        return form.fields().filter(other -> key(other).equals(key(field))).count() > 1
                ? Stream.of(ProcessFinding.refuse(form.file(), key(field), "form.key-twice", key(field)))
                : Stream.empty();
    }

    private static Stream<ProcessFinding> length(Form form, JsonNode field) {
        var rules = field.path("validate");
        var longest = rules.path("maxLength").asInt(LONGEST_TEXT);
        return longest > LONGEST_TEXT
                        || longest < Math.max(1, rules.path("minLength").asInt(0))
                ? Stream.of(ProcessFinding.refuse(
                        form.file(), key(field), "form.length", key(field), String.valueOf(LONGEST_TEXT)))
                : Stream.empty();
    }

    private static Stream<ProcessFinding> choices(Form form, JsonNode field) {
        var type = field.path("type").asText();
        if (type.equals("datetime") && !field.path("subtype").asText("date").equals("date")) {
            return Stream.of(ProcessFinding.refuse(form.file(), key(field), "form.time", key(field)));
        }
        return (CHOICES.contains(type) || key(field).endsWith(DECISION))
                        && offered(field).findAny().isEmpty()
                ? Stream.of(ProcessFinding.refuse(form.file(), key(field), "form.choices", key(field)))
                : Stream.empty();
    }

    /** The server knows one way to hide a field; it demands the value of every other required one. */
    private static Stream<ProcessFinding> hidden(Form form, JsonNode field) {
        var hide = field.path("conditional").path("hide").asText();
        return hide.isEmpty()
                        || HIDDEN_UNLESS.matcher(hide).matches()
                        || !field.path("validate").path("required").asBoolean()
                ? Stream.empty()
                : Stream.of(ProcessFinding.refuse(form.file(), key(field), "form.hidden", key(field), hide));
    }

    private static Stream<ProcessFinding> kind(Form form, JsonNode field) {
        var type = field.path("type").asText();
        return TEXTS.contains(type)
                ? Stream.empty()
                : Stream.of(ProcessFinding.refuse(
                        form.file(), key(field), "form.kind", key(field), type, Words.list(TEXTS)));
    }

    private static Stream<ProcessFinding> pattern(Form form, JsonNode field) {
        try {
            Pattern.compile(field.path("validate").path("pattern").asText());
            return Stream.empty();
        } catch (PatternSyntaxException e) {
            return Stream.of(ProcessFinding.refuse(form.file(), key(field), "form.pattern", key(field)));
        }
    }

    private static Stream<ProcessFinding> words(Form form, JsonNode field) {
        return !key(field).endsWith(DECISION)
                ? Stream.empty()
                : offered(field)
                        .filter(word -> !KnownNames.decisions().contains(word))
                        .map(word -> ProcessFinding.refuse(
                                form.file(),
                                key(field),
                                "form.word",
                                key(field),
                                word,
                                Words.list(KnownNames.decisions())));
    }

    private static Stream<ProcessFinding> reason(Form form, JsonNode field) {
        if (!key(field).endsWith(DECISION)) {
            return Stream.empty();
        }
        var reason = key(field).replace(DECISION, "Reason");
        var isAsked = form.fields().anyMatch(other -> reason.equals(key(other)));
        return offered(field)
                .filter(word -> !isAsked && needsReason(word))
                .map(word -> ProcessFinding.refuse(form.file(), key(field), "form.reason", word, reason));
    }

    private static boolean needsReason(String word) {
        Optional<Boolean> needs = Decision.of(word)
                .map(Decision::needsReason)
                .or(() -> PurchaseDecision.of(word).map(PurchaseDecision::needsReason));
        return needs.orElse(false);
    }

    private static Stream<String> offered(JsonNode field) {
        return field.path("values").findValuesAsText("value").stream();
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }
}
