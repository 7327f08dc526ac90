package io.ordertrail.encryption;

/** A stored text does not belong to its place, was changed, or has a key that the key ring does not have. */
public class UnreadableField extends IllegalStateException {

    UnreadableField(Place place, String key, Throwable cause) {
        super(
                "The text in " + place.table() + "." + place.column() + " of row " + place.row()
                        + " cannot be decrypted; it names key " + key,
                cause);
    }
}
