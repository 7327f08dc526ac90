package io.ordertrail.platform.engine;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * A group may work on its tasks. The assignee may also unclaim a task, for which the engine asks the right to assign.
 */
class TaskRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
        var rights = super.newTaskAssignee(task, before, now);
        if (rights != null) {
            for (var right : rights) {
                allowUnclaim(right, now);
            }
        }
        return rights;
    }

    private static void allowUnclaim(AuthorizationEntity right, String assignee) {
        if (right != null && assignee != null && assignee.equals(right.getUserId())) {
            right.addPermission(Permissions.TASK_ASSIGN);
        }
    }

    /** Nobody has a right to a task that is not stored yet, so the database need not be queried. */
    @Override
    protected AuthorizationEntity getGrantAuthorizationByGroupId(String group, Resource kind, String task) {
        return isNew(task) ? null : super.getGrantAuthorizationByGroupId(group, kind, task);
    }

    private static boolean isNew(String task) {
        var known = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, task);
        return known != null && known.getEntityState() == DbEntityState.TRANSIENT;
    }
}
