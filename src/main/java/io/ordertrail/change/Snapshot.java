package io.ordertrail.change;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All fields of a record as texts, at one moment. */
public final class Snapshot {

    private record Key(String place, String field) {}

    /** Before something exists. */
    public static final Snapshot NONE = new Snapshot(Map.of());

    private final Map<Key, String> fields;

    private Snapshot(Map<Key, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads every component, so that a new one is not forgotten. Components of a record within it count as its own; a
     * map holds records by their place.
     */
    public static Snapshot of(Record data) {
        return at(null, data);
    }

    /** Does the same for one of several parts of a record. */
    public static Snapshot at(String place, Record data) {
        var fields = new LinkedHashMap<Key, String>();
        read(place, data, fields);
        return new Snapshot(fields);
    }

    private static void read(String place, Record data, Map<Key, String> into) {
        for (var component : data.getClass().getRecordComponents()) {
            var value = value(data, component);
            if (value instanceof Record part) {
                read(place, part, into);
            } else if (value instanceof Map<?, ?> parts) {
                parts.forEach((at, part) -> read(at.toString(), (Record) part, into));
            } else {
                into.putIfAbsent(new Key(place, component.getName()), text(value));
            }
        }
    }

    private static Object value(Record data, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(data);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    /** The texts of the fields outside of any place; empty where there is no value. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((key, text) -> {
            if (key.place() == null) {
                texts.put(key.field(), text == null ? "" : text);
            }
        });
        return texts;
    }

    /** The text of a value; equal numbers have equal texts. */
    public static String text(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    /** What differs in a later snapshot. */
    public List<Difference> to(Snapshot later) {
        var keys = new LinkedHashSet<>(later.fields.keySet());
        keys.addAll(fields.keySet());
        return keys.stream()
                .map(key -> new Difference(key.place(), key.field(), fields.get(key), later.fields.get(key)))
                .filter(field -> !Objects.equals(field.former(), field.current()))
                .toList();
    }
}
