package io.ordertrail.platform.engine.trail;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

import io.ordertrail.actor.Stamp;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;
import io.ordertrail.change.Subject.Kind;

/**
 * Records in the trail of changes what people do to groups and rights, to deployments and to the engine's settings,
 * whichever of the engine's applications they use. {@link RecordedPeople} records what happens to people.
 */
public class OperationTrail implements HistoryEventHandler {

    private static final Map<String, Kind> KINDS = Map.of(
            EntityTypes.GROUP, Kind.RIGHTS,
            EntityTypes.TENANT, Kind.RIGHTS,
            EntityTypes.TENANT_MEMBERSHIP, Kind.RIGHTS,
            EntityTypes.AUTHORIZATION, Kind.RIGHTS,
            EntityTypes.DEPLOYMENT, Kind.DEPLOYMENT,
            EntityTypes.PROCESS_DEFINITION, Kind.DEPLOYMENT,
            EntityTypes.DECISION_DEFINITION, Kind.DEPLOYMENT,
            EntityTypes.PROPERTY, Kind.SETTINGS);

    private final Supplier<ChangeLog> log;

    public OperationTrail(Supplier<ChangeLog> log) {
        this.log = log;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity done && isRecorded(done)) {
            log.get()
                    .record(
                            new Stamp(done.getUserId(), done.getTimestamp().toInstant()),
                            new Subject(KINDS.get(done.getEntityType()), done.getEntityType()),
                            act(done.getOperationType()),
                            List.of(difference(done)));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /** New deployments are recorded file by file, see {@link DeploymentTrail}. */
    private static boolean isRecorded(UserOperationLogEntryEventEntity done) {
        var isDeployed = EntityTypes.DEPLOYMENT.equals(done.getEntityType())
                && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(done.getOperationType());
        return KINDS.containsKey(done.getEntityType()) && done.getUserId() != null && !isDeployed;
    }

    /** The engine names what it removes as the new value. */
    private static Difference difference(UserOperationLogEntryEventEntity done) {
        var field = done.getProperty() == null ? done.getOperationType() : done.getProperty();
        return act(done.getOperationType()) == Act.REMOVED
                ? new Difference(
                        null, field, done.getOrgValue() == null ? done.getNewValue() : done.getOrgValue(), null)
                : new Difference(null, field, done.getOrgValue(), done.getNewValue());
    }

    private static Act act(String operation) {
        return switch (operation) {
            case UserOperationLogEntry.OPERATION_TYPE_CREATE -> Act.CREATED;
            case UserOperationLogEntry.OPERATION_TYPE_DELETE -> Act.REMOVED;
            default -> Act.CHANGED;
        };
    }
}
