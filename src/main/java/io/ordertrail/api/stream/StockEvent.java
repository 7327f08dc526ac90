package io.ordertrail.api.stream;

import java.nio.charset.StandardCharsets;

import io.ordertrail.api.wire.WireJson;
import io.ordertrail.stock.announcement.Announcement;

/** An announcement as a server-sent event, serialized once for all subscribers. */
record StockEvent(Announcement level, byte[] bytes) {

    static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] RETRY_AFTER_A_SECOND = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);

    /** The data of a level event; quantities are in units. */
    record Level(long number, String sku, String site, int onHand, int reserved, int available) {}

    /** The data of a ready or reset event: the number of the last announcement before the stream starts. */
    record Position(long number) {}

    static StockEvent of(Announcement level, WireJson json) {
        return new StockEvent(
                level,
                bytes(
                        level.number(),
                        "level",
                        json.write(new Level(
                                level.number(),
                                level.sku(),
                                level.site(),
                                level.onHand(),
                                level.reserved(),
                                level.available()))));
    }

    /** Says that the stream contains all changes after this number. */
    static byte[] ready(long number, WireJson json) {
        return bytes(number, "ready", json.write(new Position(number)));
    }

    /**
     * Says that missed events are no longer available: the client reads the levels again, and the stream starts at this
     * number.
     */
    static byte[] reset(long number, WireJson json) {
        return bytes(number, "reset", json.write(new Position(number)));
    }

    private static byte[] bytes(long number, String name, String data) {
        return ("id: " + number + "\nevent: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
