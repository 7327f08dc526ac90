package io.ordertrail.process.deployment;

import java.util.List;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import io.ordertrail.platform.engine.DeploymentFindings;
import io.ordertrail.platform.finding.DeployedDraft;
import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.CheckBundle;
import io.ordertrail.process.bundle.CheckReport;

/** Hands a draft and what its check found to the answer of the deployment. */
final class DeployedDrafts {

    private static final String PAGES = "/process/bundles/";

    private DeployedDrafts() {}

    /** A deployment outside a request has no answer. */
    static void tell(Bundle draft) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            var findings = CheckBundle.last(draft).map(CheckReport::findings).orElse(List.of());
            request.setAttribute(
                    DeploymentFindings.ATTRIBUTE,
                    new DeployedDraft(draft.number(), draft.state().name(), PAGES + draft.number(), findings),
                    RequestAttributes.SCOPE_REQUEST);
        }
    }
}
