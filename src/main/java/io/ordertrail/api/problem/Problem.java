package io.ordertrail.api.problem;

import java.net.URI;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

import io.ordertrail.order.entry.DuplicateReference;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** Creates problem details (RFC 9457): a stable type for programs, sentences for people. */
public final class Problem {

    private static final String TYPE = "urn:ordertrail:problem:";

    /**
     * Creates a problem.
     *
     * @param word last part of the problem type, the same in every language
     * @param sentence the detail, in the caller's language
     */
    public static ProblemDetail of(HttpStatusCode status, String word, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create(TYPE + word));
        problem.setTitle(Sentence.of("problem." + status.value()));
        return problem;
    }

    static ProblemDetail invalid(List<Fault> faults) {
        return invalid(new InvalidInput(faults));
    }

    static ProblemDetail invalid(InvalidInput input) {
        var problem = of(HttpStatus.UNPROCESSABLE_ENTITY, input.key(), input.getMessage());
        problem.setProperty("errors", input.faults());
        return problem;
    }

    public static ProblemDetail of(Refusal refusal) {
        if (refusal instanceof InvalidInput input) {
            return invalid(input);
        }
        var status = switch (refusal.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case PAUSED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        var problem = of(status, refusal.key(), refusal.getMessage());
        if (refusal instanceof DuplicateReference duplicate) {
            problem.setProperty("order", duplicate.first().value());
        }
        return problem;
    }

    private Problem() {}
}
