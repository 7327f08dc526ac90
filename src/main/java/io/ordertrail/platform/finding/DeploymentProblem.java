package io.ordertrail.platform.finding;

import java.util.List;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.ordertrail.refusal.Sentence;

/**
 * The answer to a refused deployment: a problem of RFC 9457 with every finding.
 *
 * @param message the findings as text, which Camunda Modeler shows
 */
public record DeploymentProblem(
        String type, String title, int status, String detail, String message, List<ProcessFinding> errors) {

    private static final int STATUS = 422;

    public static Response of(RefusedDeployment refused) {
        var problem = new DeploymentProblem(
                refused.key(),
                Sentence.of("deployment.refused.title"),
                STATUS,
                refused.summary(),
                refused.getMessage(),
                refused.findings());
        return Response.status(STATUS)
                .type(new MediaType("application", "problem+json"))
                .entity(problem)
                .build();
    }
}
