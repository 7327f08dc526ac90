package io.ordertrail.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.ordertrail.stock.announcement.Announcement;

/**
 * The content of a message, the same for all attempts.
 *
 * @param position orders the messages of one product and site
 */
record Message(String id, String type, String sku, String site, long position, String body) {

    static final String LEVEL_CHANGED = "stock.level.changed";
    static final String TEST = "webhook.test";
    static final String ALERT_RAISED = "alert.raised";
    static final String ALERT_RESOLVED = "alert.resolved";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NONE = "-";

    record Body(String type, String timestamp, Object data) {}

    record Level(String sku, String site, int onHand, int reserved, int available, long number) {}

    record Watched(String alert, String figure, String value, String when, String bound) {}

    record Greeting(String greeting) {}

    static Message of(Announcement level) {
        return new Message(
                newId(),
                LEVEL_CHANGED,
                level.sku(),
                level.site(),
                level.number(),
                json(new Body(
                        LEVEL_CHANGED,
                        level.at().toString(),
                        new Level(
                                level.sku(),
                                level.site(),
                                level.onHand(),
                                level.reserved(),
                                level.available(),
                                level.number()))));
    }

    /** A test message, which waits for no other message. */
    static Message test(Instant now) {
        return new Message(
                newId(),
                TEST,
                NONE,
                NONE,
                ChronoUnit.MICROS.between(Instant.EPOCH, now),
                json(new Body(TEST, now.toString(), new Greeting("Ordertrail"))));
    }

    /**
     * A message about an alert; those about one alert are sent in their order.
     *
     * @param position distinct among the messages of its type to its endpoint
     */
    static Message of(SendAlert.AlertNotice notice, long position) {
        var type = notice.raised() ? ALERT_RAISED : ALERT_RESOLVED;
        return new Message(
                newId(),
                type,
                notice.alert(),
                NONE,
                position,
                json(new Body(
                        type,
                        notice.at().toString(),
                        new Watched(
                                notice.alert(),
                                notice.figure(),
                                notice.value().toPlainString(),
                                notice.above() ? "above" : "below",
                                notice.bound().toPlainString()))));
    }

    private static String newId() {
        return "msg_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
