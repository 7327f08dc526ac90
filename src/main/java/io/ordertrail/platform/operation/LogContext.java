package io.ordertrail.platform.operation;

import java.util.UUID;

import org.slf4j.MDC;

/** The fields that each log line carries about the work that wrote it. */
public final class LogContext {

    /** The engine uses the same field for its own work, see {@code logging-context-business-key}. */
    public static final String ORDER = "order";

    public static final String REQUEST = "request";

    /** Marks the rest of the request as work on this order. */
    public static void setOrder(String order) {
        MDC.put(ORDER, order);
    }

    public static void withOrder(String order, Runnable work) {
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

    /** Returns the id by which a person who asks for help finds the log lines of their request. */
    public static String trace() {
        var request = MDC.get(REQUEST);
        return request == null ? UUID.randomUUID().toString() : request;
    }

    private LogContext() {}
}
