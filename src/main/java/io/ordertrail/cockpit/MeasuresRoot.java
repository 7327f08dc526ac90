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
        return bean(MeasuresResource.class);
    }

    @Path("{engineName}/targets")
    public TargetsResource targets() {
        return bean(TargetsResource.class);
    }

    @Path("{engineName}/ended")
    public EndedResource ended() {
        return bean(EndedResource.class);
    }

    @Path("{engineName}/repeats")
    public RepeatsResource repeats() {
        return bean(RepeatsResource.class);
    }

    @Path("{engineName}/delays")
    public DelaysResource delays() {
        return bean(DelaysResource.class);
    }

    @Path("{engineName}/jobs")
    public JobsResource jobs() {
        return bean(JobsResource.class);
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(type);
    }
}
