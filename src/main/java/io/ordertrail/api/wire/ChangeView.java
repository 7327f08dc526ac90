package io.ordertrail.api.wire;

import java.time.Instant;
import java.util.List;

import org.springframework.security.core.Authentication;

import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;
import io.ordertrail.platform.access.ProtectedField;

/** What one person or program did to one record at one moment. */
public record ChangeView(Instant at, String by, Subject.Kind kind, String subject, Act act, List<ChangedField> fields) {

    /**
     * A field with its old and its new value.
     *
     * @param place the part of the record, such as the SKU of an order line; null when there is only one
     * @param hidden whether the caller may not see the values
     */
    public record ChangedField(String place, String field, String from, String to, boolean hidden) {}

    public static ChangeView of(ChangeSet set, Authentication caller) {
        return new ChangeView(
                set.at(),
                set.actor(),
                set.subject().kind(),
                set.subject().code(),
                set.act(),
                fields(set.subject().kind(), set.differences(), caller));
    }

    public static List<ChangedField> fields(Subject.Kind kind, List<Difference> differences, Authentication caller) {
        return differences.stream()
                .map(one -> field(one, ProtectedField.showsChange(kind.name(), one.place(), one.field(), caller)))
                .toList();
    }

    private static ChangedField field(Difference one, boolean seen) {
        return seen
                ? new ChangedField(one.place(), one.field(), one.former(), one.current(), false)
                : new ChangedField(one.place(), one.field(), null, null, true);
    }
}
