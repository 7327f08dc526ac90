package io.ordertrail.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a company decides of its webhooks.
 *
 * @param allowInternal whether they may go to this machine and to private networks, also without TLS
 * @param key encrypts the secrets in the database: 32 bytes in base64; without it they are stored as they are
 */
@ConfigurationProperties("ordertrail.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean allowInternal,
        @DefaultValue("") String key) {

    public boolean encrypts() {
        return !key.isBlank();
    }
}
