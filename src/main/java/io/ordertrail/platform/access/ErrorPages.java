package io.ordertrail.platform.access;

import java.net.URI;
import java.util.Map;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import io.ordertrail.platform.operation.DatabaseUnavailable;
import io.ordertrail.platform.operation.LogContext;
import io.ordertrail.platform.operation.SlowSender;

/**
 * Answers requests that no other handler answered: a page with the layout of the application, or a problem for a
 * program.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final Refusals refusals;

    ErrorPages(Refusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var status = statusOf(request);
        if (isPage(request)) {
            return new ModelAndView("error/" + pageFor(status), Map.of("trace", LogContext.trace()), status);
        }
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problem(request, status));
    }

    private ProblemDetail problem(HttpServletRequest request, HttpStatus status) {
        var problem = refusals.problem(
                request,
                status,
                switch (status) {
                    case NOT_FOUND, GONE -> "unknown-address";
                    case METHOD_NOT_ALLOWED -> "unknown-method";
                    case PAYLOAD_TOO_LARGE -> "too-large";
                    case UNAUTHORIZED -> "sign-in-needed";
                    case FORBIDDEN -> "not-allowed";
                    case SERVICE_UNAVAILABLE -> "unavailable";
                    case TOO_MANY_REQUESTS -> "too-many-calls";
                    case REQUEST_TIMEOUT -> "slow";
                    default -> status.is4xxClientError() ? "bad-request" : "our-fault";
                });
        if (status.is5xxServerError()) {
            problem.setProperty("trace", LogContext.trace());
        }
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String origin) {
            problem.setInstance(URI.create(origin));
        }
        return problem;
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            if (DatabaseUnavailable.isBehind(fault)) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
            if (SlowSender.isBehind(fault)) {
                return HttpStatus.REQUEST_TIMEOUT;
            }
        }
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static boolean isPage(HttpServletRequest request) {
        var origin = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Refusals.wantsPage(request) && !String.valueOf(origin).startsWith("/api/");
    }

    private static String pageFor(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "403";
            case NOT_FOUND, GONE -> "404";
            case TOO_MANY_REQUESTS -> "429";
            default -> status.is4xxClientError() ? "4xx" : "5xx";
        };
    }
}
