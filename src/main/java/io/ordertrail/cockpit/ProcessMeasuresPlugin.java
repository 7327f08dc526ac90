package io.ordertrail.cockpit;

import java.util.Set;

import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Makes the figures known to Cockpit, which finds this class by its name in {@code META-INF/services}. */
public class ProcessMeasuresPlugin extends AbstractCockpitPlugin {

    static final String ID = "ordertrail";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(MeasuresRoot.class);
    }
}
