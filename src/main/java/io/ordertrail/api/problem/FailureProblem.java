package io.ordertrail.api.problem;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

import io.ordertrail.platform.operation.DatabaseUnavailable;
import io.ordertrail.platform.operation.LogContext;
import io.ordertrail.platform.operation.SlowSender;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/**
 * Creates the problem of a failed call: a refusal, contention, input that violates a constraint, a database that does
 * not answer, a body that does not arrive, or a fault of ours.
 */
public final class FailureProblem {

    private static final Logger LOG = LoggerFactory.getLogger(FailureProblem.class);

    public static ProblemDetail of(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return Problem.of(refusal);
        }
        if (failure instanceof ConcurrencyFailureException) {
            return Problem.of(HttpStatus.CONFLICT, "busy", Sentence.of("problem.busy"));
        }
        if (SlowSender.isBehind(failure)) {
            return Problem.of(HttpStatus.REQUEST_TIMEOUT, "slow", Sentence.of("error.problem.slow"));
        }
        return DatabaseUnavailable.isBehind(failure)
                ? noDatabase(failure)
                : ViolatedConstraint.fieldOf(failure)
                        .map(FailureProblem::violated)
                        .orElseGet(() -> ourFault(failure));
    }

    private static ProblemDetail violated(String field) {
        return Problem.invalid(List.of(new Fault(field, Sentence.of("problem.taken"))));
    }

    static ProblemDetail noDatabase(Exception failure) {
        LOG.error("The database does not respond", failure);
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Sentence.of("problem.unavailable"));
    }

    private static ProblemDetail ourFault(Exception failure) {
        var trace = LogContext.trace();
        LOG.error("Unexpected error, trace {}", trace, failure);
        var problem = Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "our-fault", Sentence.of("problem.internal", trace));
        problem.setProperty("trace", trace);
        return problem;
    }

    private FailureProblem() {}
}
