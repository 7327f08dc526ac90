package io.ordertrail.platform.operation;

import java.io.IOException;
import java.util.stream.Stream;

/** The body of a request came too slowly to be waited for. */
public class SlowSender extends IOException {

    SlowSender(String why) {
        super(why);
    }

    public static boolean isBehind(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .anyMatch(SlowSender.class::isInstance);
    }
}
