package io.ordertrail.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.ToLongFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of the hashes of personal words. */
record SearchKey(byte[] secret) {

    private static final String HMAC = "HmacSHA256";
    /** Words that are not personal are hashed with what everybody knows. */
    private static final byte[] NO_SECRET = "ordertrail".getBytes(StandardCharsets.UTF_8);

    /** Hashes for one thread: computing with one key for many words is several times faster. */
    ToLongFunction<String> hashes(Reach reach) {
        var mac = mac(reach == Reach.OPEN ? NO_SECRET : secret);
        var prefix = reach.name() + ":";
        return text -> ByteBuffer.wrap(mac.doFinal((prefix + text).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Tells keys apart without giving one away. */
    String fingerprint() {
        return HexFormat.of().formatHex(mac(secret).doFinal("fingerprint".getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
