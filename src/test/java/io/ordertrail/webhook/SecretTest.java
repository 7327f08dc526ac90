package io.ordertrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ordertrail.encryption.Place;
import io.ordertrail.encryption.TestKeys;

class SecretTest {

    private static final String KEY = Base64.getEncoder().encodeToString("0123456789abcdef0123456789ABCDEF".getBytes());
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("another-key-of-thirty-two-bytes!".getBytes());

    /** Encrypted with the key for the endpoint "one", by a version that had no key ring. */
    private static final String FORMER =
            "gcm:AAECAwQFBgcICQoLZ5SijLrSYI5H5MIJyFUNaT/3aKVMegypHl3fErEyKGqmKB56EVjfso59yxoQDQMdNYlYdvFg";

    /** The example of the specification's own libraries. */
    @Test
    void a_message_is_signed_as_the_specification_says() {
        var secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_new_secret_is_long_enough_and_unique() {
        var secrets = new HashSet<String>();
        Stream.generate(Secret::random).limit(100).forEach(secret -> {
            assertThat(secret.text()).startsWith("whsec_");
            assertThat(Base64.getDecoder().decode(secret.text().substring(6)).length)
                    .isBetween(24, 64);
            assertThat(secrets.add(secret.text())).isTrue();
            assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
        });
    }

    @Test
    void a_secret_is_encrypted_for_its_endpoint_and_key_ring_only() {
        var encryption = encryption("");
        var secret = Secret.random();
        var stored = encryption.encrypt(secret, "one");
        assertThat(stored)
                .doesNotContain(secret.text().substring(6))
                .hasSizeLessThan(400)
                .isNotEqualTo(encryption.encrypt(secret, "one"));
        assertThat(encryption.decrypt(stored, "one")).isEqualTo(secret);
        assertThatThrownBy(() -> encryption.decrypt(stored, "two")).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> encryption("").decrypt(stored, "one")).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void a_secret_from_before_is_read_as_it_is_or_with_the_key_of_webhooks() {
        assertThat(encryption("")
                        .decrypt("plain:whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "one")
                        .text())
                .isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(encryption(KEY).decrypt(FORMER, "one").text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThatThrownBy(() -> encryption(OTHER_KEY).decrypt(FORMER, "one")).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> encryption(KEY).decrypt(FORMER, "two")).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> encryption("").decrypt(FORMER, "one")).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void what_the_background_job_encrypts_stays_readable() {
        var cipher = TestKeys.cipher();
        var stored = cipher.encrypt(new Place("webhook_endpoint", "secret", "one"), FORMER);
        assertThat(new SecretEncryption(new WebhookSettings(false, KEY), cipher)
                        .decrypt(stored, "one")
                        .text())
                .isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    private static SecretEncryption encryption(String key) {
        return new SecretEncryption(new WebhookSettings(false, key), TestKeys.cipher());
    }
}
