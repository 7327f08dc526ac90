package io.ordertrail.platform.operation;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks clients of a node that shuts down to send their next request on a new connection, which another node takes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CloseConnections extends OncePerRequestFilter {

    private final ApplicationAvailability availability;

    CloseConnections(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var last = availability.getLastChangeEvent(ReadinessState.class);
        if (last != null && last.getState() == ReadinessState.REFUSING_TRAFFIC) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }
}
