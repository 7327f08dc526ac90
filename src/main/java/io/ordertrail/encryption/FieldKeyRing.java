package io.ordertrail.encryption;

import java.nio.file.attribute.FileTime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The key ring of this node. When its file changes, it is read again: keys are replaced while everybody works. */
@Component
class FieldKeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(FieldKeyRing.class);

    private final EncryptionSettings settings;
    private volatile FieldKeys keys;
    private volatile FileTime readAt;

    FieldKeyRing(EncryptionSettings settings) {
        this.settings = settings;
        keys = FieldKeys.read(settings);
        readAt = settings.keys().changedAt();
    }

    FieldKeys keys() {
        return keys;
    }

    /** Where it comes from. */
    String source() {
        return settings.keys().where();
    }

    /**
     * Reads the file again if it has changed. A file that has lost the key with which this node encrypts is not taken.
     *
     * @return whether there are other keys now
     */
    synchronized boolean refresh() {
        var changedAt = settings.keys().changedAt();
        if (changedAt.equals(readAt)) {
            return false;
        }
        readAt = changedAt;
        try {
            return take(FieldKeys.read(settings));
        } catch (RuntimeException e) {
            LOG.error("The changed key ring in {} is not used: {}", source(), e.getMessage());
            return false;
        }
    }

    private boolean take(FieldKeys changed) {
        if (!changed.ids().contains(keys.primary())) {
            LOG.error("The changed key ring in {} is not used: it has no key {}", source(), keys.primary());
            return false;
        }
        keys = changed;
        LOG.info("The key ring in {} has changed: primary key {}, all keys {}", source(), keys.primary(), keys.ids());
        return true;
    }
}
