package io.ordertrail.process.engine;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.CoreVariableInstance;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/** The variables that the running engine command has set and not stored yet: what a person submitted with a task. */
final class SubmittedVariables {

    /** Replaces a value that no form sends: only its name counts, the value is never deserialized. */
    private static final Object NOT_TEXT = new Object();

    static Map<String, Object> variables(DelegateTask task) {
        var submitted = stored();
        for (var scope = (AbstractVariableScope) task; scope != null; scope = scope.getParentVariableScope()) {
            scope.getVariableInstancesLocal().stream()
                    .filter(SubmittedVariables::isTransient)
                    .forEach(variable -> submitted.put(variable.getName(), NOT_TEXT));
        }
        return submitted;
    }

    /** The next steps within the same transaction would still read such a variable. */
    private static boolean isTransient(CoreVariableInstance variable) {
        return variable instanceof VariableInstanceEntity entity && entity.isTransient();
    }

    private static Map<String, Object> stored() {
        var cache = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
        var submitted = new HashMap<String, Object>();
        cache.getEntitiesByType(VariableInstanceEntity.class).forEach(variable -> {
            var cached = cache.getCachedEntity(variable);
            if (cached.getEntityState() == DbEntityState.TRANSIENT || cached.isDirty()) {
                submitted.put(variable.getName(), valueOf(variable));
            }
        });
        return submitted;
    }

    private static Object valueOf(VariableInstanceEntity variable) {
        var type = variable.getTypeName();
        return type.equals("null") ? null : type.equals("string") ? variable.getTextValue() : NOT_TEXT;
    }

    private SubmittedVariables() {}
}
