package io.ordertrail.process.deployment;

import java.util.List;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import io.ordertrail.platform.engine.DeploymentFindings;
import io.ordertrail.platform.finding.ProcessFinding;

/** Hands the warnings of a deployment to its answer. */
final class DeploymentWarnings {

    private DeploymentWarnings() {}

    /** A deployment outside a request has no answer; the log tells its warnings. */
    static void tell(List<ProcessFinding> findings) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(DeploymentFindings.ATTRIBUTE, findings, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
