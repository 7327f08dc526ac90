package io.ordertrail.api.problem;

import java.util.Map;

import org.springframework.core.MethodParameter;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import io.ordertrail.api.idempotency.BadIdempotencyKey;
import io.ordertrail.api.idempotency.StillRunning;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.refusal.StaleVersion;

/** Answers every refusal and error of the API with {@code application/problem+json} and exposes no internal details. */
@RestControllerAdvice("io.ordertrail.api")
class Problems extends ResponseEntityExceptionHandler {

    private static final Map<Integer, String> WORDS = Map.of(
            404,
            "unknown-address",
            405,
            "unknown-method",
            406,
            "unknown-format",
            413,
            "too-large",
            415,
            "wrong-format");
    private static final String AFTER_A_SECOND = "1";

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        return answer(Problem.of(refusal));
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(StaleCall call) {
        var problem = Problem.of((StaleVersion) call.getCause());
        problem.setProperty("current", call.current());
        return ResponseEntity.status(problem.getStatus())
                .eTag(call.tag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> badKey(BadIdempotencyKey bad) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "idempotency.key", Sentence.of("idempotency.key")));
    }

    /** The firewall checks a header only when the application reads it, so its exception can occur inside a call. */
    @ExceptionHandler
    ResponseEntity<Object> badHeader(RequestRejectedException refused) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "bad-request", Sentence.of("problem.detail.400")));
    }

    @ExceptionHandler
    ResponseEntity<Object> stillRunning(StillRunning running) {
        return later(Problem.of(running));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransientDataAccessResourceException.class,
        NonTransientDataAccessResourceException.class
    })
    ResponseEntity<Object> noDatabase(Exception fault) {
        return later(FailureProblem.noDatabase(fault));
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failure) {
        var problem = FailureProblem.of(failure);
        return problem.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value() ? answer(problem) : later(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(MalformedInput.body(unreadable));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(Problem.invalid(unreadable.getFieldErrors().stream()
                .map(error -> fault(unreadable.getParameter(), error))
                .toList()));
    }

    private static Fault fault(MethodParameter query, FieldError error) {
        var pointer = "/" + error.getField().replaceAll("\\[.*", "");
        return new Fault(
                pointer,
                error.isBindingFailure()
                        ? ExpectedValue.ofComponent(query.getParameterType(), pointer.substring(1))
                        : String.valueOf(error.getDefaultMessage()));
    }

    /** Answers the exceptions of Spring itself; the status selects the sentence. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return failed(refused);
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(
                        status,
                        WORDS.getOrDefault(status.value(), "bad-request"),
                        Sentence.of("problem.detail." + status.value())));
    }

    private static ResponseEntity<Object> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, AFTER_A_SECOND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
