package io.ordertrail.process.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Form;

/** Fields of forms that were added, changed or removed. */
final class FormDifferences {

    private static final String NONE = "–";

    private FormDifferences() {}

    static Stream<FileDifference> between(ProcessFiles former, ProcessFiles later) {
        return later.forms().stream()
                .flatMap(form -> former.form(form.id())
                        .map(before -> FileDifference.in(form.file(), between(before, form)))
                        .orElseGet(Stream::empty));
    }

    private static Stream<Difference> between(Form before, Form after) {
        var former = fields(before);
        var later = fields(after);
        var added = later.keySet().stream()
                .filter(key -> !former.containsKey(key))
                .map(key -> Difference.of("field.added", key, after.id()));
        var removed = former.keySet().stream()
                .filter(key -> !later.containsKey(key))
                .map(key -> Difference.of("field.removed", key, after.id()));
        var changed = later.entrySet().stream()
                .filter(field -> former.containsKey(field.getKey()))
                .flatMap(field -> ofField(field.getKey(), after.id(), former.get(field.getKey()), field.getValue()));
        return Stream.of(added, removed, changed).flatMap(one -> one);
    }

    private static Stream<Difference> ofField(String field, String form, JsonNode before, JsonNode after) {
        var former = attributes(before);
        var later = attributes(after);
        var names = new TreeSet<>(former.keySet());
        names.addAll(later.keySet());
        return names.stream().flatMap(name -> {
            var from = former.getOrDefault(name, NONE);
            var to = later.getOrDefault(name, NONE);
            return Difference.unless(from.equals(to), "field.changed", field, form, name, from, to);
        });
    }

    private static Map<String, JsonNode> fields(Form form) {
        return form.fields()
                .collect(Collectors.toMap(
                        field -> field.path("key").asText(),
                        field -> field,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    /** What a person sees or has to enter; the rest is how the editor lays it out. */
    private static Map<String, String> attributes(JsonNode field) {
        var attributes = new LinkedHashMap<String, String>();
        for (var name : new String[] {"label", "type", "description", "defaultValue"}) {
            put(attributes, name, field.path(name).asText());
        }
        field.path("validate")
                .fields()
                .forEachRemaining(
                        rule -> put(attributes, rule.getKey(), rule.getValue().asText()));
        put(
                attributes,
                "values",
                StreamSupport.stream(field.path("values").spliterator(), false)
                        .map(value -> value.path("value").asText())
                        .collect(Collectors.joining(", ")));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
