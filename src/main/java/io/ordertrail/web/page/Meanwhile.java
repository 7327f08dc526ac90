package io.ordertrail.web.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What others changed in a record while somebody typed into a form of it: mine and theirs, side by side. A form sends
 * what it showed when it was opened, each field with a prefix before its name.
 *
 * @param rows the fields that others changed
 */
public record Meanwhile<V>(List<Row<V>> rows) {

    private static final String PREFIX = "was.";

    /**
     * A field that others changed.
     *
     * @param opened what the form showed when it was opened; null when the record had no such field
     * @param mine what the form has now
     * @param theirs what the record has now
     */
    public record Row<V>(String field, V opened, V mine, V theirs) {

        /** Tells whether the person changed the field, too, and differently. */
        public boolean isConflict() {
            return !Objects.equals(mine, opened) && !Objects.equals(mine, theirs);
        }
    }

    public static <V> Meanwhile<V> of(Map<String, V> opened, Map<String, V> mine, Map<String, V> theirs) {
        var fields = new LinkedHashSet<>(opened.keySet());
        fields.addAll(theirs.keySet());
        return new Meanwhile<>(fields.stream()
                .map(field -> new Row<>(field, opened.get(field), mine.get(field), theirs.get(field)))
                .filter(row -> !Objects.equals(row.opened(), row.theirs()))
                .toList());
    }

    public boolean any() {
        return !rows.isEmpty();
    }

    /** My input with the fields that only others changed as they are now; a field that both changed keeps my input. */
    public Map<String, V> merged(Map<String, V> mine) {
        var merged = new LinkedHashMap<>(mine);
        rows.stream().filter(row -> !row.isConflict()).forEach(row -> merged.put(row.field(), row.theirs()));
        merged.values().removeIf(Objects::isNull);
        return merged;
    }

    /** Tells whether a form says what it showed when it was opened. */
    public static boolean isTold(MultiValueMap<String, String> sent) {
        return sent.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
    }

    /** The fields as the form showed them when it was opened; empty when the form does not say. */
    public static MultiValueMap<String, String> opened(MultiValueMap<String, String> sent) {
        var opened = new LinkedMultiValueMap<String, String>();
        sent.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                opened.put(name.substring(PREFIX.length()), values);
            }
        });
        return opened;
    }
}
