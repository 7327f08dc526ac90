package io.ordertrail.webhook;

import java.util.Base64;
import java.util.List;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks the settings of webhooks and of the stock stream. */
class WebhookSettingsCheck implements SettingsCheck {

    private static final List<String> BOOLEANS = List.of("true", "false");
    private static final int MAX_CONNECTIONS = 5000;

    @Override
    public void check(Settings settings) {
        settings.expect("ordertrail.announcements", "true or false", BOOLEANS::contains);
        settings.number("ordertrail.stream.connections", 1, MAX_CONNECTIONS);
        settings.expect("ordertrail.webhooks.allow-internal", "true or false", BOOLEANS::contains);
        settings.expect(
                "ordertrail.webhooks.key",
                "nothing, or 32 bytes in base64 such as openssl rand -base64 32 makes them",
                value -> value.isEmpty() || isKey(value));
    }

    private static boolean isKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == SecretEncryption.KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
