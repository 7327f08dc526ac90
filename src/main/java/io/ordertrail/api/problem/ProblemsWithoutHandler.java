package io.ordertrail.api.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers API calls that match no controller method (wrong path, method or media type). Such calls belong to no
 * controller, so Spring does not call {@link Problems} for them.
 */
@Component
class ProblemsWithoutHandler implements HandlerExceptionResolver, Ordered {

    private final Problems problems;
    private final ObjectMapper json;

    ProblemsWithoutHandler(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception refused) {
        if (handler instanceof HandlerMethod
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        try {
            var answer =
                    Objects.requireNonNull(problems.handleException(refused, new ServletWebRequest(request, response)));
            answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            response.setStatus(answer.getStatusCode().value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), answer.getBody());
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            return null;
        }
    }
}
