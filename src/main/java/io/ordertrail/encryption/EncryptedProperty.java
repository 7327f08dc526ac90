package io.ordertrail.encryption;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.type.ComponentType;

/**
 * A property of an entity that is an encrypted text, or a record with such texts.
 *
 * @param index of the property
 * @param columns of the property: one, or those of the record's components
 * @param encrypted for each column, whether it is encrypted
 * @param record how the record is made; null when the property is a text
 */
record EncryptedProperty(int index, List<String> columns, List<Boolean> encrypted, ComponentRecord record) {

    /** A record that is stored in several columns. */
    record ComponentRecord(ComponentType type, Constructor<?> constructor, List<Integer> arguments) {

        static ComponentRecord of(ComponentType type) {
            var names = List.of(type.getPropertyNames());
            var components = type.getReturnedClass().getRecordComponents();
            var types = Arrays.stream(components).map(one -> one.getType()).toArray(Class[]::new);
            try {
                return new ComponentRecord(
                        type,
                        type.getReturnedClass().getDeclaredConstructor(types),
                        Arrays.stream(components)
                                .map(component -> names.indexOf(component.getName()))
                                .toList());
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        Object with(Object[] values) {
            try {
                return constructor.newInstance(
                        arguments.stream().map(i -> values[i]).toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static EncryptedProperty of(AbstractEntityPersister entity, int index, List<String> encrypted) {
        var columns = List.of(entity.getPropertyColumnNames(index));
        return new EncryptedProperty(
                index,
                columns,
                columns.stream().map(encrypted::contains).toList(),
                entity.getPropertyTypes()[index] instanceof ComponentType type ? ComponentRecord.of(type) : null);
    }

    boolean isEncrypted() {
        return encrypted.contains(true);
    }

    /**
     * The same value with other texts.
     *
     * @param change gets the column and the text
     */
    Object with(Object value, BinaryOperator<String> change) {
        if (value == null) {
            return null;
        }
        if (record == null) {
            return change.apply(columns.get(0), (String) value);
        }
        var values = record.type().getPropertyValues(value);
        for (int i = 0; i < values.length; i++) {
            if (encrypted.get(i) && values[i] != null) {
                values[i] = change.apply(columns.get(i), (String) values[i]);
            }
        }
        return record.with(values);
    }
}
