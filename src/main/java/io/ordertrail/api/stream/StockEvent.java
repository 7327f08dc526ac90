package io.ordertrail.api.stream;

import java.nio.charset.StandardCharsets;

import io.ordertrail.api.wire.WireJson;
import io.ordertrail.stock.announcement.Announcement;

/** An announcement as a server-sent event, put into words once for all who hear it. */
record StockEvent(Announcement level, byte[] bytes) {

    static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] COME_BACK_AFTER_A_SECOND = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);

    /** What is told of a level. */
    record Level(long number, String sku, String site, int onHand, int reserved, int available) {}

    /** Up to where everything was told. */
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

    /** From here on everything is told. */
    static byte[] ready(long number, WireJson json) {
        return bytes(number, "ready", json.write(new Position(number)));
    }

    /** What was missed is not kept any more: levels have to be read anew; from here on everything is told. */
    static byte[] reset(long number, WireJson json) {
        return bytes(number, "reset", json.write(new Position(number)));
    }

    private static byte[] bytes(long number, String name, String data) {
        return ("id: " + number + "\nevent: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
