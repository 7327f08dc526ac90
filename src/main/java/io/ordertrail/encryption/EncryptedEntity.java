package io.ordertrail.encryption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;

/**
 * An entity with encrypted columns.
 *
 * @param flags the index of the property that says, for a column, whether it stays in the clear
 * @param indexes of the properties that are stored in one column, by that column
 */
record EncryptedEntity(
        EncryptedColumns stored,
        List<EncryptedProperty> properties,
        Map<String, Integer> flags,
        Map<String, Integer> indexes) {

    static EncryptedEntity of(EncryptedColumns stored, AbstractEntityPersister entity) {
        var properties = IntStream.range(0, entity.getPropertyNames().length)
                .filter(i -> entity.getPropertyColumnNames(i).length > 0)
                .mapToObj(i -> EncryptedProperty.of(entity, i, stored.columns()))
                .filter(EncryptedProperty::isEncrypted)
                .toList();
        var indexes = IntStream.range(0, entity.getPropertyNames().length)
                .filter(i -> entity.getPropertyColumnNames(i).length == 1)
                .boxed()
                .collect(Collectors.toMap(i -> entity.getPropertyColumnNames(i)[0], i -> i));
        var flags = stored.columns().stream()
                .filter(column -> stored.clearWhere(column).isPresent())
                .collect(Collectors.toMap(
                        column -> column,
                        column -> indexes.get(stored.clearWhere(column).get())));
        return new EncryptedEntity(stored, properties, flags, indexes);
    }

    /** Encrypts the state that goes to the database. */
    void encrypt(Object id, Object[] state, FieldCipher cipher, SubjectKeys subjects) {
        if (stored.bySubject()) {
            subject(state)
                    .ifPresent(subject ->
                            change(state, (column, text) -> subjects.encrypt(subject, place(column, id), text)));
            return;
        }
        change(state, (column, text) -> {
            var place = place(column, id);
            return staysClear(column, state) ? cipher.clear(place, text) : cipher.encrypt(place, text);
        });
    }

    /** Decrypts the state that comes from the database. */
    void decrypt(Object id, Object[] state, FieldCipher cipher, SubjectKeys subjects) {
        if (stored.bySubject()) {
            subject(state)
                    .ifPresent(subject ->
                            change(state, (column, text) -> subjects.decrypt(subject, place(column, id), text)));
            return;
        }
        change(state, (column, text) -> cipher.decrypt(place(column, id), text));
    }

    /** Puts the values of the entity itself back into a state that was encrypted for the database. */
    void restore(Object entity, EntityPersister persister, Object[] state) {
        properties.forEach(property -> state[property.index()] = persister.getValue(entity, property.index()));
    }

    private void change(Object[] state, BinaryOperator<String> change) {
        properties.forEach(property -> state[property.index()] = property.with(state[property.index()], change));
    }

    private Optional<String> subject(Object[] state) {
        return stored.subject(
                column -> state[indexes.get(column)] == null ? null : state[indexes.get(column)].toString());
    }

    private boolean staysClear(String column, Object[] state) {
        return Optional.ofNullable(flags.get(column))
                .filter(flag -> Boolean.TRUE.equals(state[flag]))
                .isPresent();
    }

    private Place place(String column, Object id) {
        return new Place(stored.table(), column, id.toString());
    }
}
