package io.ordertrail.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import org.springframework.stereotype.Component;

/**
 * Encrypts texts for their place in the database (AES-256-GCM, Tink). What is stored begins with the id of the key; a
 * text from before there was encryption is read as it is.
 */
@Component
public class FieldCipher {

    private static final String BEGIN = "{k:";
    private static final String END = "}";
    private static final int ID = 8;
    private static final int TEXT = BEGIN.length() + ID + END.length();

    private final FieldKeyRing ring;

    FieldCipher(FieldKeyRing ring) {
        this.ring = ring;
    }

    /** The text as it is stored in this place; null stays null. */
    public String encrypt(Place place, String text) {
        if (text == null) {
            return null;
        }
        var keys = ring.keys();
        try {
            var sealed = keys.aead().encrypt(text.getBytes(StandardCharsets.UTF_8), place.bound());
            return BEGIN + keys.primary() + END + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text as it is stored where it may be read: in the clear, unless it looks as if it was encrypted. */
    String clear(Place place, String text) {
        return isEncrypted(text) ? encrypt(place, text) : text;
    }

    /**
     * The text that is stored in this place.
     *
     * @throws UnreadableField when it was encrypted for another place or with another key, or was changed
     */
    public String decrypt(Place place, String stored) {
        if (!isEncrypted(stored)) {
            return stored;
        }
        refreshUnlessKnown(keyOf(stored));
        try {
            var sealed = Base64.getDecoder().decode(stored.substring(TEXT));
            return new String(ring.keys().aead().decrypt(sealed, place.bound()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableField(place, keyOf(stored), e);
        }
    }

    /** Tells whether a stored text needs nothing done: its key is the primary one. */
    boolean isCurrent(String stored) {
        return stored == null || stored.startsWith(prefix(ring.keys().primary()));
    }

    /** A part of a file as it is stored in this place. */
    public SealedBytes seal(Place place, byte[] content) {
        var keys = ring.keys();
        try {
            return new SealedBytes(keys.aead().encrypt(content, place.bound()), prefix(keys.primary()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The part of a file that is stored in this place.
     *
     * @throws UnreadableField when it was encrypted for another place or with another key, or was changed
     */
    public byte[] open(Place place, SealedBytes stored) {
        if (stored.key() == null) {
            return stored.content();
        }
        refreshUnlessKnown(keyOf(stored.key()));
        try {
            return ring.keys().aead().decrypt(stored.content(), place.bound());
        } catch (GeneralSecurityException e) {
            throw new UnreadableField(place, keyOf(stored.key()), e);
        }
    }

    /** Another node may use a key that was added a moment ago. */
    private void refreshUnlessKnown(String key) {
        if (!ring.keys().ids().contains(key)) {
            ring.refresh();
        }
    }

    /** The id of the key that encrypts. */
    String primary() {
        return ring.keys().primary();
    }

    /** How all texts begin that were encrypted with this key. */
    static String prefix(String key) {
        return BEGIN + key + END;
    }

    static boolean isEncrypted(String stored) {
        return stored != null
                && stored.length() > TEXT
                && stored.startsWith(BEGIN)
                && stored.startsWith(END, BEGIN.length() + ID)
                && keyOf(stored).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static String keyOf(String stored) {
        return stored.substring(BEGIN.length(), BEGIN.length() + ID);
    }
}
