package io.ordertrail.encryption;

import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

import com.google.crypto.tink.KeysetHandle;

/** The steps by which a key is replaced: another one is added, made the primary one, and the former one dropped. */
final class KeyRotation {

    static KeysetHandle add(KeysetHandle ring) {
        return build(KeysetHandle.newBuilder(ring)
                .addEntry(KeysetHandle.generateEntryFromParameters(FieldKeys.PARAMETERS)
                        .withRandomId()));
    }

    /**
     * Makes a key the one that encrypts.
     *
     * @throws IllegalArgumentException when the ring has no such key
     */
    static KeysetHandle promote(KeysetHandle ring, String id) {
        var builder = KeysetHandle.newBuilder(ring);
        builder.getAt(indexOf(ring, id)).makePrimary();
        return build(builder);
    }

    /**
     * Removes a key.
     *
     * @throws IllegalArgumentException when the ring has no such key, or it is the primary one
     */
    static KeysetHandle drop(KeysetHandle ring, String id) {
        var index = indexOf(ring, id);
        if (ring.getAt(index).isPrimary()) {
            throw new IllegalArgumentException("key " + id + " is the primary one: promote another one first");
        }
        return build(KeysetHandle.newBuilder(ring).deleteAt(index));
    }

    private static int indexOf(KeysetHandle ring, String id) {
        return IntStream.range(0, ring.size())
                .filter(i -> FieldKeys.id(ring.getAt(i).getId()).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the key ring has no key " + id));
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyRotation() {}
}
