package io.ordertrail.masterdata;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

import io.ordertrail.change.Snapshot;

/**
 * A field of master data that rules judge by. It has a value in data to save, or null where the value is left as it is.
 *
 * @param name of the field
 * @param initial the value of a new record that is given none; null when it needs one
 * @param value reads the field
 * @param with the same data with another value, or with none for null
 * @param isLarge tells whether a change from one value to another needs a second person
 */
public record Figure<D>(
        String name,
        String initial,
        Function<D, Object> value,
        BiFunction<D, String, D> with,
        BiPredicate<String, String> isLarge) {

    String of(D data) {
        return Snapshot.text(value.apply(data));
    }

    D set(D data, String text) {
        return with.apply(data, text);
    }

    /** The data with the value that holds now where it leaves the field as it is. */
    D fill(D data, D stored) {
        return of(data) == null ? set(data, stored == null ? initial : of(stored)) : data;
    }

    boolean differs(D data, D stored) {
        return !Objects.equals(of(data), stored == null ? initial : of(stored));
    }
}
