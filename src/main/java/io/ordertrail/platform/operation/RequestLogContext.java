package io.ordertrail.platform.operation;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Adds the request, and the order in its address, to every log line of the request. A servlet filter would end too
 * early: the server logs a fault after the last filter.
 */
@Component
class RequestLogContext implements ServletRequestListener {

    /** An order number as people may type it; any other text in the address is not logged. */
    private static final Pattern ORDER = Pattern.compile(".*/orders/([0-9A-Za-z]{4})-?([0-9A-Za-z]{4})(?:/.*)?");

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        MDC.put(LogContext.REQUEST, UUID.randomUUID().toString());
        var order = ORDER.matcher(((HttpServletRequest) event.getServletRequest()).getRequestURI());
        if (order.matches()) {
            LogContext.setOrder((order.group(1) + "-" + order.group(2)).toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        MDC.remove(LogContext.REQUEST);
        MDC.remove(LogContext.ORDER);
    }
}
