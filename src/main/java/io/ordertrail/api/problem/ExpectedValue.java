package io.ordertrail.api.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.core.ResolvableType;

import io.ordertrail.refusal.Sentence;

/** Describes the value that the API expects at a place where it received another one. */
final class ExpectedValue {

    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class,
            "text",
            Boolean.class,
            "boolean",
            boolean.class,
            "boolean",
            Integer.class,
            "integer",
            int.class,
            "integer",
            BigDecimal.class,
            "decimal",
            Instant.class,
            "instant",
            LocalDate.class,
            "day");

    static String of(Class<?> type) {
        if (type != null && type.isEnum()) {
            return Sentence.of(
                    "input.expected.choice",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (type != null && Collection.class.isAssignableFrom(type)) {
            return Sentence.of("input.expected.list");
        }
        return Sentence.of("input.expected." + (type == null ? "other" : WORDS.getOrDefault(type, "object")));
    }

    /** Describes the value of a record component to which a query parameter is bound. */
    static String ofComponent(Class<?> query, String name) {
        return Arrays.stream(query.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(component -> of(
                        ResolvableType.forType(component.getGenericType()).hasGenerics()
                                ? ResolvableType.forType(component.getGenericType())
                                        .resolveGeneric(0)
                                : component.getType()))
                .orElseGet(() -> of(null));
    }

    private ExpectedValue() {}
}
