package io.ordertrail.privacy;

import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.Place;
import io.ordertrail.encryption.SubjectKeys;

/** Reads texts as they are stored: with the key ring, or with the key of the record that the row is about. */
@Component
class StoredText {

    private final FieldCipher cipher;
    private final SubjectKeys subjects;
    private final Map<String, EncryptedColumns> bySubject;

    StoredText(FieldCipher cipher, SubjectKeys subjects, List<EncryptedColumns> tables) {
        this.cipher = cipher;
        this.subjects = subjects;
        this.bySubject = tables.stream()
                .filter(EncryptedColumns::bySubject)
                .collect(Collectors.toMap(EncryptedColumns::table, Function.identity()));
    }

    String decrypt(Place place, ResultSet row, String stored) {
        var table = bySubject.get(place.table());
        if (table == null) {
            return cipher.decrypt(place, stored);
        }
        return table.subject(row)
                .map(subject -> subjects.decrypt(subject, place, stored))
                .orElse(stored);
    }
}
