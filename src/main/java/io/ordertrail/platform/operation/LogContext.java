package io.ordertrail.platform.operation;

import java.util.UUID;

import org.slf4j.MDC;

/** What each line of the log names of the work that it was written in. */
public final class LogContext {

    /** The engine uses the same name for what it does on its own, see {@code logging-context-business-key}. */
    public static final String ORDER = "order";

    public static final String REQUEST = "request";

    /** From here to the end of the request the work is on this order. */
    public static void isOn(String order) {
        MDC.put(ORDER, order);
    }

    public static void on(String order, Runnable work) {
        var before = MDC.get(ORDER);
        MDC.put(ORDER, order);
        try {
            work.run();
        } finally {
            if (before == null) {
                MDC.remove(ORDER);
            } else {
                MDC.put(ORDER, before);
            }
        }
    }

    /** By which those who ask for help find the lines of their request. */
    public static String trace() {
        var request = MDC.get(REQUEST);
        return request == null ? UUID.randomUUID().toString() : request;
    }

    private LogContext() {}
}
