package io.ordertrail.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.RowKey;

/** What the trail says about people. The trail is never changed, so each record has a key that can be destroyed. */
@Component
class EncryptedChanges implements EncryptedColumns {

    private static final Set<String> ADDRESS =
            Set.of("name", "street", "postalCode", "city", "region", "phone", "email");
    private static final String SHIP_TO = "shipTo";
    private static final String NOTE = "note";
    /** What somebody searched for before an export is often a name. */
    private static final String SOUGHT = "text";

    @Override
    public String table() {
        return "change_entry";
    }

    @Override
    public RowKey key() {
        return RowKey.number("id");
    }

    @Override
    public List<String> columns() {
        return List.of("former", "current");
    }

    @Override
    public boolean bySubject() {
        return true;
    }

    @Override
    public boolean neverChanged() {
        return true;
    }

    @Override
    public Optional<String> subject(UnaryOperator<String> row) {
        var kind = row.apply("kind");
        var place = row.apply("place");
        var field = row.apply("field");
        var personal = switch (kind) {
            case "CUSTOMER" -> place == null && ADDRESS.contains(field);
            case "ORDER" -> SHIP_TO.equals(place) ? ADDRESS.contains(field) : NOTE.equals(field);
            case "IMPORT" -> true;
            case "EXPORT" -> SOUGHT.equals(field);
            default -> false;
        };
        return personal
                ? Optional.of(new Subject(Subject.Kind.valueOf(kind), row.apply("subject")).key())
                : Optional.empty();
    }
}
