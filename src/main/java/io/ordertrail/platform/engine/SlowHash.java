package io.ordertrail.platform.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords so slowly (PBKDF2) that who has copied the table of people cannot try many. The number of rounds is
 * stored with each hash, so a change of the setting leaves older passwords valid.
 */
class SlowHash implements PasswordEncryptor {

    private static final String NAME = "PBKDF2";
    private static final int SALT_BYTES = 16;

    private final int rounds;

    SlowHash(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String encrypt(String password) {
        return rounds + ":" + encoder(rounds).encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        var parts = encrypted.split(":", 2);
        return parts.length == 2 && encoder(Integer.parseInt(parts[0])).matches(password, parts[1]);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    private static Pbkdf2PasswordEncoder encoder(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}
