package io.ordertrail.platform.access;

import java.io.IOException;
import java.time.Duration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs who calls without a session, once an hour for each address: they send their credentials with each call. */
public class ProgramCallers extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramCallers.class);
    private static final Duration NAMED_AGAIN_AFTER = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Cache<Caller, Boolean> named = Caffeine.newBuilder()
            .expireAfterWrite(NAMED_AGAIN_AFTER)
            .maximumSize(MOST)
            .build();

    private record Caller(String name, String address) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRemoteUser() != null) {
            named.get(new Caller(request.getRemoteUser(), request.getRemoteAddr()), ProgramCallers::log);
        }
        chain.doFilter(request, response);
    }

    private static Boolean log(Caller caller) {
        LOG.info("{} calls from {}", caller.name(), caller.address());
        return true;
    }
}
