package io.ordertrail.cockpit;

import jakarta.ws.rs.Path;

import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The address below which Cockpit's pages ask for the figures. Cockpit creates it for each call. */
@Path("plugin/" + ProcessMeasuresPlugin.ID)
public class MeasuresRoot extends AbstractCockpitPluginRootResource {

    public MeasuresRoot() {
        super(ProcessMeasuresPlugin.ID);
    }

    @Path("{engineName}")
    public MeasuresResource measures() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(MeasuresResource.class);
    }
}
