package io.ordertrail.api.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

import io.ordertrail.platform.operation.DatabaseUnavailable;
import io.ordertrail.platform.operation.LogContext;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** Creates the problem of a failed call: a refusal, contention, a database that does not answer, or a fault of ours. */
public final class FailureProblem {

    private static final Logger LOG = LoggerFactory.getLogger(FailureProblem.class);

    public static ProblemDetail of(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return Problem.of(refusal);
        }
        if (failure instanceof ConcurrencyFailureException) {
            return Problem.of(HttpStatus.CONFLICT, "busy", Sentence.of("problem.busy"));
        }
        return DatabaseUnavailable.isBehind(failure) ? noDatabase(failure) : ourFault(failure);
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
