package io.ordertrail.platform.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.security.crypto.keygen.KeyGenerators;

import io.ordertrail.platform.engine.People.Person;

/**
 * Remembers for a minute which passwords were right, because programs send theirs with each call and a check is slow on
 * purpose. Only a keyed mark of the password is kept. The stored hash belongs to what is remembered, so a changed
 * password is forgotten at once, on every node.
 */
class KnownPasswords {

    static final Duration REMEMBERED = Duration.ofMinutes(1);
    static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Cache<Known, Boolean> known;
    private final SecretKeySpec key =
            new SecretKeySpec(KeyGenerators.secureRandom(KEY_BYTES).generateKey(), ALGORITHM);

    KnownPasswords(Ticker ticker) {
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    private record Known(Person person, String mark) {}

    boolean contain(Person person, String password) {
        return known.getIfPresent(new Known(person, mark(password))) != null;
    }

    void add(Person person, String password) {
        known.put(new Known(person, mark(password)), true);
    }

    private String mark(String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
