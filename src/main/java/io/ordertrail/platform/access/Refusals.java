package io.ordertrail.platform.access;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Answers a refused request: a page for a person, a problem (RFC 9457) in one sentence for a program. */
@Component
public class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Request attributes with which the page of a refusal explains the reason. */
    static final String WHO_MAY = "whoMay";

    static final String STALE_PAGE = "stalePage";
    static final String WAIT = "wait";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String PROBLEM = "urn:ordertrail:problem:";
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/engine-rest", "/v3/", "/actuator");

    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final SignIn signIn;
    private final AuthenticationEntryPoint toSignIn;

    Refusals(ObjectMapper json, MessageSource messages, LocaleResolver localeResolver, SignIn signIn) {
        this.json = json;
        this.messages = messages;
        this.locales = localeResolver;
        this.signIn = signIn;
        this.toSignIn = new LoginUrlAuthenticationEntryPoint(signIn.page());
    }

    /** Tells whether a browser requests a page, and not a script within a page. */
    public static boolean wantsPage(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader("X-Requested-With") == null
                && request.getHeader("HX-Request") == null
                && !path(request).startsWith("/api/")
                && !path(request).startsWith("/actuator");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof TooManyAttempts tooMany) {
            tooMany(request, response, "too-many-attempts", tooMany.howLong());
            return;
        }
        if (wantsPage(request)) {
            toSignIn.commence(request, response, why);
            return;
        }
        if (why instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "cannot-check");
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn.page());
        } else if (isForPrograms(request)) {
            response.setHeader("WWW-Authenticate", signIn.challenge());
        }
        write(request, response, HttpStatus.UNAUTHORIZED, signIn.problemType(why));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        LOG.info(
                "Refused to {} {}: {} {}",
                request.getRemoteUser(),
                roles(request),
                request.getMethod(),
                request.getRequestURI());
        var rule = AccessRules.of(request);
        if (rule.isEmpty()) {
            answerUnknown(request, response);
            return;
        }
        if (why instanceof CsrfException) {
            request.setAttribute(STALE_PAGE, true);
            answer(request, response, HttpStatus.FORBIDDEN, "stale-page");
            return;
        }
        request.setAttribute(WHO_MAY, rule.get().who());
        answer(request, response, HttpStatus.FORBIDDEN, "not-allowed");
    }

    /**
     * Answers a call that may be repeated after a while.
     *
     * @param type the problem type
     */
    public void tooMany(HttpServletRequest request, HttpServletResponse response, String type, Duration wait)
            throws IOException {
        var seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
        response.setHeader("Retry-After", String.valueOf(seconds));
        request.setAttribute(WAIT, seconds);
        answer(request, response, HttpStatus.TOO_MANY_REQUESTS, type);
    }

    private static List<String> roles(HttpServletRequest request) {
        return Stream.of(Role.values())
                .filter(role -> request.isUserInRole(role.group()))
                .map(Role::group)
                .toList();
    }

    private void answerUnknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var others = AccessRules.methodsAt(request);
        if (others.isEmpty()) {
            answer(request, response, HttpStatus.NOT_FOUND, "unknown-address");
        } else {
            response.setHeader(
                    "Allow", others.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
            answer(request, response, HttpStatus.METHOD_NOT_ALLOWED, "unknown-method");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String type)
            throws IOException {
        if (wantsPage(request)) {
            response.sendError(status.value());
        } else {
            write(request, response, status, type);
        }
    }

    ProblemDetail problem(HttpServletRequest request, HttpStatus status, String type) {
        var locale = locales.resolveLocale(request);
        var problem =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage("error.problem." + type, null, locale));
        problem.setType(URI.create(PROBLEM + type));
        problem.setTitle(messages.getMessage("problem." + status.value(), null, problem.getTitle(), locale));
        return problem;
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String type)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem(request, status, type));
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return FOR_PROGRAMS.stream().anyMatch(path(request)::startsWith);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
