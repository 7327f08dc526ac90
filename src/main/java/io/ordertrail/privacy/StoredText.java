package io.ordertrail.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.springframework.stereotype.Component;

import io.ordertrail.change.Subject;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.Place;
import io.ordertrail.encryption.SubjectKeys;

/** Reads texts as they are stored: with the key ring, or with the key of the record that an entry of the trail is about. */
@Component
class StoredText {

    private static final String TRAIL = "change_entry";

    private final FieldCipher cipher;
    private final SubjectKeys subjects;

    StoredText(FieldCipher cipher, SubjectKeys subjects) {
        this.cipher = cipher;
        this.subjects = subjects;
    }

    String decrypt(Place place, ResultSet row, String stored) throws SQLException {
        if (!place.table().equals(TRAIL)) {
            return cipher.decrypt(place, stored);
        }
        var subject = new Subject(Subject.Kind.valueOf(row.getString("kind")), row.getString("subject"));
        return subjects.decrypt(subject.key(), place, stored);
    }
}
