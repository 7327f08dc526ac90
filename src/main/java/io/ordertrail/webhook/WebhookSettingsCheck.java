package io.ordertrail.webhook;

import java.util.Base64;
import java.util.List;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** What webhooks and the stream of stock expect of the settings. */
class WebhookSettingsCheck implements SettingsCheck {

    private static final List<String> YES_OR_NO = List.of("true", "false");
    private static final int MOST_CONNECTIONS = 5000;

    @Override
    public void look(Settings settings) {
        settings.expect("ordertrail.announcements", "true or false", YES_OR_NO::contains);
        settings.number("ordertrail.stream.connections", 1, MOST_CONNECTIONS);
        settings.expect("ordertrail.webhooks.allow-internal", "true or false", YES_OR_NO::contains);
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
