package io.ordertrail.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks.
 *
 * @param allowInternal whether messages may go to this machine and to private networks, also without TLS
 * @param key encrypts the secrets in the database: 32 bytes in base64; without it they are stored as they are
 */
@ConfigurationProperties("ordertrail.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean allowInternal,
        @DefaultValue("") String key) {

    /** Tells whether secrets are stored encrypted. */
    public boolean encrypts() {
        return !key.isBlank();
    }
}
