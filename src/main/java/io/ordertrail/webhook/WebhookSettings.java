package io.ordertrail.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks.
 *
 * @param allowInternal whether messages may go to this machine and to private networks, also without TLS
 * @param key decrypts secrets that were stored before the key ring of personal data encrypted them: 32 bytes in base64
 */
@ConfigurationProperties("ordertrail.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean allowInternal,
        @DefaultValue("") String key) {}
