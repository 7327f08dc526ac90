package io.ordertrail.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;

import io.ordertrail.keyring.OwnFile;

/** Signs the heads of the chain (Ed25519), and knows the public keys of earlier ones. */
final class TrailKey {

    private static final int BYTES = 32;

    private final Ed25519Sign.KeyPair pair;
    private final List<byte[]> publicKeys;

    private TrailKey(Ed25519Sign.KeyPair pair, List<byte[]> former) {
        this.pair = pair;
        this.publicKeys =
                Stream.concat(Stream.of(pair.getPublicKey()), former.stream()).toList();
    }

    static TrailKey read(TrailSettings settings) {
        try {
            return new TrailKey(
                    Ed25519Sign.KeyPair.newKeyPairFromSeed(seed(settings)),
                    settings.formerKeys().stream().map(TrailKey::decode).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key of the trail of changes cannot be read or made: " + settings.keyFile(), e);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalStateException("The key of the trail of changes is not " + BYTES
                    + " bytes in base64. Make one with: openssl rand -base64 " + BYTES);
        }
    }

    /**
     * Reads the key of a trail that is there already; a new one verifies nothing.
     *
     * @throws IllegalStateException when neither the setting nor the file has one
     */
    static TrailKey existing(TrailSettings settings) {
        if (settings.key().isBlank() && Files.notExists(settings.keyFile())) {
            throw new IllegalStateException(
                    "there is no key: neither ORDERTRAIL_TRAIL_KEY has one nor the file " + settings.keyFile());
        }
        return read(settings);
    }

    private static byte[] seed(TrailSettings settings) throws IOException {
        return decode(
                settings.key().isBlank()
                        ? OwnFile.readOrMake(settings.keyFile().toAbsolutePath(), TrailKey::newSeed)
                        : settings.key());
    }

    private static String newSeed() {
        var seed = new byte[BYTES];
        new SecureRandom().nextBytes(seed);
        return Base64.getEncoder().encodeToString(seed);
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }

    /** By which others check the signatures. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublicKey());
    }

    Head sign(long position, String hash, Instant at) {
        try {
            var signature = new Ed25519Sign(pair.getPrivateKey()).sign(Head.signed(position, hash, at));
            return new Head(position, hash, at, Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasSigned(Head head) {
        return publicKeys.stream().anyMatch(key -> hasSigned(head, key));
    }

    private static boolean hasSigned(Head head, byte[] key) {
        try {
            new Ed25519Verify(key).verify(decode(head.signature()), head.signed());
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
