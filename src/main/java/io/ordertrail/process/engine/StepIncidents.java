package io.ordertrail.process.engine;

import java.util.Optional;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.operation.LogContext;

/**
 * Opens and resolves the incidents of an order that goes on although something failed. Works within the command that
 * moves the order.
 */
@Component
public class StepIncidents {

    /** The type of these incidents in the engine; the engine's own are those of jobs. */
    public static final String CHECK_FAILED = "orderCheckFailed";

    private static final Logger LOG = LoggerFactory.getLogger(StepIncidents.class);

    /**
     * Opens an incident at the step that runs now. The text of the fault can name tables and people, so only the log has
     * it.
     *
     * @return the number under which the log has the fault
     */
    public String open(String type, Throwable fault) {
        return current().map(execution -> open(type, fault, execution)).orElseGet(() -> log(type, fault));
    }

    public String open(String type, Throwable fault, ExecutionEntity execution) {
        var number = log(type, fault);
        execution.createIncident(type, number, null);
        return number;
    }

    /** Resolves what is open of the order whose step runs now. */
    public void resolve(String type) {
        current().ifPresent(execution -> resolve(type, execution));
    }

    /** A person has decided on the order, or it was checked again. */
    static void resolve(String type, ExecutionEntity execution) {
        execution.getProcessInstance().getIncidents().stream()
                .filter(incident -> incident.getIncidentType().equals(type))
                .forEach(IncidentEntity::resolve);
    }

    private static String log(String type, Throwable fault) {
        var number = LogContext.trace();
        LOG.error("Incident {}: {}", number, type, fault);
        return number;
    }

    private static Optional<ExecutionEntity> current() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(context -> (ExecutionEntity) context.getExecution());
    }
}
