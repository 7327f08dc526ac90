package io.ordertrail.process.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ordertrail.order.book.Decision;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.check.ProcessFiles.Form;
import io.ordertrail.stock.replenishment.PurchaseDecision;

/** A form offers a decision that the product does not know, or has a field that no task accepts. */
final class FormFields implements ProcessRule {

    private static final String DECISION = "Decision";
    /** The fields whose values are texts; a task accepts no others. */
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "radio", "select", "datetime");

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.forms().stream()
                .flatMap(form -> Stream.concat(
                        ofForm(form, files),
                        form.fields()
                                .flatMap(field -> Stream.of(
                                                kind(form, field),
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
                : Stream.empty();
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
