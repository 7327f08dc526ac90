package io.ordertrail.cockpit;

import java.time.Clock;

import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Makes the resource of a deployed process. */
@Component
class DefinitionResources {

    private final ReadHeat readHeat;
    private final ReadCourse readCourse;
    private final ReadIncidents readIncidents;
    private final Clock clock;

    DefinitionResources(ReadHeat readHeat, ReadCourse readCourse, ReadIncidents readIncidents, Clock clock) {
        this.readHeat = readHeat;
        this.readCourse = readCourse;
        this.readIncidents = readIncidents;
        this.clock = clock;
    }

    DefinitionResource of(ProcessDefinition definition) {
        return new DefinitionResource(definition, readHeat, readCourse, readIncidents, clock);
    }
}
