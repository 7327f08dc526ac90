package io.ordertrail.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.Place;
import io.ordertrail.encryption.RowKey;
import io.ordertrail.encryption.UnreadableField;

/**
 * Encrypts secrets for the database with the key ring of personal data, bound to the endpoint. Secrets from before are
 * stored as they are, or encrypted with the key of webhooks, which decrypts them.
 */
@Component
class SecretEncryption {

    static final int KEY_BYTES = 32;

    private static final String TABLE = "webhook_endpoint";
    private static final String COLUMN = "secret";
    private static final String PLAIN = "plain:";
    private static final String ENCRYPTED = "gcm:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final FieldCipher cipher;
    private final SecretKeySpec formerKey;

    SecretEncryption(WebhookSettings settings, FieldCipher cipher) {
        this.cipher = cipher;
        formerKey = settings.key().isBlank()
                ? null
                : new SecretKeySpec(Base64.getDecoder().decode(settings.key().strip()), "AES");
    }

    /** A secret that is replaced moves to another column of the same row, and stays readable there. */
    @Component
    static class Columns implements EncryptedColumns {

        @Override
        public String table() {
            return TABLE;
        }

        @Override
        public RowKey key() {
            return RowKey.text("id");
        }

        @Override
        public List<String> columns() {
            return List.of(COLUMN, "former_secret");
        }

        @Override
        public String boundTo(String column) {
            return COLUMN;
        }

        @Override
        public boolean byEntity() {
            return false;
        }
    }

    String encrypt(Secret secret, String endpoint) {
        return cipher.encrypt(place(endpoint), PLAIN + secret.text());
    }

    /**
     * Decrypts a stored secret.
     *
     * @throws UnreadableSecret when it was encrypted with a key that is not set
     */
    Secret decrypt(String stored, String endpoint) {
        var text = text(stored, endpoint);
        return text.startsWith(PLAIN)
                ? new Secret(text.substring(PLAIN.length()))
                : decryptFormer(text.substring(ENCRYPTED.length()), endpoint);
    }

    private String text(String stored, String endpoint) {
        try {
            return cipher.decrypt(place(endpoint), stored);
        } catch (UnreadableField e) {
            throw new UnreadableSecret(e);
        }
    }

    private Secret decryptFormer(String stored, String endpoint) {
        if (formerKey == null) {
            throw new UnreadableSecret(null);
        }
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(stored));
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        try {
            var former = Cipher.getInstance(CIPHER);
            former.init(Cipher.DECRYPT_MODE, formerKey, new GCMParameterSpec(TAG_BITS, nonce));
            former.updateAAD(endpoint.getBytes(StandardCharsets.UTF_8));
            return new Secret(new String(former.doFinal(encrypted), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret(e);
        }
    }

    private static Place place(String endpoint) {
        return new Place(TABLE, COLUMN, endpoint);
    }
}
