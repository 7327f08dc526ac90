package io.ordertrail.masterdata;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds records by codes as people type them, whose case does not count. */
public final class TypedCodes {

    /**
     * Finds the records.
     *
     * @param exact finds records by their exact codes
     * @param upper finds records by their codes in upper case; asked only for codes that are not found exactly
     * @return the records by the typed codes; unknown and ambiguous codes are left out
     */
    public static <T> Map<String, T> find(
            Collection<String> typed,
            Function<T, String> code,
            Function<Collection<String>, List<T>> exact,
            Function<Collection<String>, List<T>> upper) {
        var found = new HashMap<String, T>();
        exact.apply(typed).forEach(record -> found.put(code.apply(record), record));
        var missing = typed.stream().filter(text -> !found.containsKey(text)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            var others = upper.apply(missing.stream().map(TypedCodes::upper).collect(Collectors.toSet())).stream()
                    .collect(Collectors.groupingBy(record -> upper(code.apply(record))));
            missing.forEach(text -> {
                var candidates = others.getOrDefault(upper(text), List.of());
                if (candidates.size() == 1) {
                    found.put(text, candidates.get(0));
                }
            });
        }
        return found;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private TypedCodes() {}
}
