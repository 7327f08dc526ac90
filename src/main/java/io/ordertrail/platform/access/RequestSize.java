package io.ordertrail.platform.access;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits request bodies to 1 MB, batches to 5 MB, files of records to 50 MB and files of orders to 1 GB, whether or not
 * the request declares its length. A form is stored before anybody looks who sends it, so long ones need a signed-in
 * session.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class RequestSize extends OncePerRequestFilter {

    private static final long LONGEST = DataSize.ofMegabytes(1).toBytes();
    private static final long LONGEST_BATCH = DataSize.ofMegabytes(5).toBytes();
    private static final long LONGEST_FILE = DataSize.ofMegabytes(50).toBytes();
    /** The file and the other fields of its form. */
    private static final long LONGEST_ORDERS = DataSize.ofMegabytes(1025).toBytes();

    private static final Set<String> ORDERS = Set.of("/orders/import", "/api/imports");
    private static final Set<String> FILES = Stream.of("customers", "products", "stock", "purchases", "partners")
            .flatMap(kind -> Stream.of("/imports/" + kind, "/api/imports/" + kind))
            .collect(Collectors.toSet());
    private static final Set<String> BATCHES =
            Set.of("/api/orders/batch", "/api/stock/movements/batch", "/api/stock/levels/batch");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var longest = longest(request);
        if (request.getContentLengthLong() > longest) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request, longest), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long longest(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (ORDERS.contains(path) || FILES.contains(path)) {
            return longestFile(request, path);
        }
        return BATCHES.contains(path) ? LONGEST_BATCH : LONGEST;
    }

    private static long longestFile(HttpServletRequest request, String path) {
        if (!path.startsWith("/api/") && !isSignedIn(request.getSession(false))) {
            return LONGEST;
        }
        return ORDERS.contains(path) ? LONGEST_ORDERS : LONGEST_FILE;
    }

    private static boolean isSignedIn(HttpSession session) {
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long longest;
        private ServletInputStream counting;

        private Counted(HttpServletRequest request, long longest) {
            super(request);
            this.longest = longest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (counting == null) {
                counting = new Counting(super.getInputStream(), longest);
            }
            return counting;
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream body;
        private final long longest;
        private long read;

        private Counting(ServletInputStream body, long longest) {
            this.body = body;
            this.longest = longest;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var some = body.read(bytes, offset, length);
            count(some);
            return some;
        }

        private void count(int more) {
            read += Math.max(0, more);
            if (read > longest) {
                throw new ErrorResponseException(HttpStatus.PAYLOAD_TOO_LARGE);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
