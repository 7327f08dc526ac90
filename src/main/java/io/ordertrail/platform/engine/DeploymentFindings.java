package io.ordertrail.platform.engine;

import java.text.SimpleDateFormat;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentWithDefinitionsDto;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import io.ordertrail.platform.finding.DeployedDraft;

/** Tells in the answer of a deployment where its draft is and what the check found. */
public class DeploymentFindings implements ContainerResponseFilter {

    /** The attribute of the request that holds the draft. */
    public static final String ATTRIBUTE = DeploymentFindings.class.getName();

    private static final ObjectMapper JSON =
            new ObjectMapper().setDateFormat(new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZ"));

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var attributes = RequestContextHolder.getRequestAttributes();
        if (attributes != null
                && response.getEntity() instanceof DeploymentWithDefinitionsDto deployed
                && attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof DeployedDraft draft) {
            var page = request.getUriInfo().getBaseUri().resolve(draft.page());
            var answer = JSON.<ObjectNode>valueToTree(deployed);
            answer.putArray("links")
                    .addObject()
                    .put("method", "GET")
                    .put("href", page.toString())
                    .put("rel", "self");
            answer.put("bundle", draft.number()).put("state", draft.state()).put("page", page.toString());
            response.setEntity(answer.set("findings", JSON.valueToTree(draft.findings())));
        }
    }
}
