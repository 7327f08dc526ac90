package io.ordertrail.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Encrypts secrets for the database when a key is set (AES-256-GCM, bound to the endpoint); without a key they are
 * stored as they are.
 */
@Component
class SecretEncryption {

    static final int KEY_BYTES = 32;

    private static final String PLAIN = "plain:";
    private static final String ENCRYPTED = "gcm:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SecretEncryption(WebhookSettings settings) {
        key = settings.encrypts()
                ? new SecretKeySpec(Base64.getDecoder().decode(settings.key().strip()), "AES")
                : null;
    }

    String encrypt(Secret secret, String endpoint) {
        if (key == null) {
            return PLAIN + secret.text();
        }
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var encrypted =
                crypt(Cipher.ENCRYPT_MODE, nonce, endpoint, secret.text().getBytes(StandardCharsets.UTF_8));
        return ENCRYPTED
                + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(nonce.length + encrypted.length)
                                .put(nonce)
                                .put(encrypted)
                                .array());
    }

    /**
     * Decrypts a stored secret.
     *
     * @throws UnreadableSecret when it was encrypted with a key other than the one that is set
     */
    Secret decrypt(String stored, String endpoint) {
        if (stored.startsWith(PLAIN)) {
            return new Secret(stored.substring(PLAIN.length()));
        }
        if (key == null) {
            throw new UnreadableSecret(null);
        }
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(ENCRYPTED.length())));
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        return new Secret(new String(crypt(Cipher.DECRYPT_MODE, nonce, endpoint, encrypted), StandardCharsets.UTF_8));
    }

    private byte[] crypt(int mode, byte[] nonce, String endpoint, byte[] text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(endpoint.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret(e);
        }
    }
}
