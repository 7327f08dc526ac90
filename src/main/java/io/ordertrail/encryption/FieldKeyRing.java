package io.ordertrail.encryption;

import java.util.concurrent.atomic.AtomicReference;

import org.springframework.stereotype.Component;

/** The key ring of this node. It is read once; when its file changes, it is read again. */
@Component
class FieldKeyRing {

    private final EncryptionSettings settings;
    private final AtomicReference<FieldKeys> keys;

    FieldKeyRing(EncryptionSettings settings) {
        this.settings = settings;
        keys = new AtomicReference<>(FieldKeys.read(settings));
    }

    FieldKeys keys() {
        return keys.get();
    }

    /** Where it comes from. */
    String source() {
        return settings.keys().where();
    }
}
