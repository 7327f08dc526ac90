package io.ordertrail.platform.engine;

import java.util.List;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentWithDefinitionsDto;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Adds the warnings about the deployed files to the answer of a deployment, as {@code findings}. */
public class DeploymentFindings implements ContainerResponseFilter {

    /** The attribute of the request that holds the findings. */
    public static final String ATTRIBUTE = DeploymentFindings.class.getName();

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var attributes = RequestContextHolder.getRequestAttributes();
        if (attributes != null
                && response.getEntity() instanceof DeploymentWithDefinitionsDto deployed
                && attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof List<?> findings) {
            response.setEntity(JSON.<ObjectNode>valueToTree(deployed).set("findings", JSON.valueToTree(findings)));
        }
    }
}
