package io.ordertrail.platform.engine;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

import io.ordertrail.refusal.Refusal;

/**
 * A group may work on its tasks. A person claims a task for themselves only, whichever call the claim comes by. The
 * assignee may also unclaim the task, for which the engine asks the right to assign; the rights of a claim end with it.
 */
class TaskRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
        if (now != null && isChangedByPerson(task)) {
            refuseUnlessForThemselves((TaskEntity) task, before, now);
        }
        if (before != null && !before.equals(now)) {
            takeBack((TaskEntity) task, before);
        }
        var rights = super.newTaskAssignee(task, before, now);
        if (rights != null) {
            for (var right : rights) {
                allowUnclaim(right, now);
            }
        }
        return rights;
    }

    /** An owner has the rights of an assignee, so nobody makes anybody the owner. */
    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
        if (now != null && isChangedByPerson(task)) {
            throw new Refusal(Refusal.Kind.INVALID, "task.handed");
        }
        return super.newTaskOwner(task, before, now);
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
        if (isChangedByPerson(task)) {
            throw new Refusal(Refusal.Kind.INVALID, "task.handed");
        }
        return super.newTaskUserIdentityLink(task, user, type);
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        if (isChangedByPerson(task)) {
            throw new Refusal(Refusal.Kind.INVALID, "task.handed");
        }
        return super.newTaskGroupIdentityLink(task, group, type);
    }

    /** The diagram says who gets a task when it is created. */
    private static boolean isChangedByPerson(Task task) {
        return Context.getCommandContext().getAuthenticatedUserId() != null && !isNew(task.getId());
    }

    private static void refuseUnlessForThemselves(TaskEntity task, String before, String now) {
        var context = Context.getCommandContext();
        if (!now.equals(context.getAuthenticatedUserId())) {
            throw new Refusal(Refusal.Kind.INVALID, "task.claim.self");
        }
        if (before != null && !before.equals(now)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "task.taken", before);
        }
        Context.getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(checker -> checker.checkTaskWork(task)); // the right to assign is none to work on the task
    }

    /** A person whom the diagram names as a candidate may still work on the task. */
    private void takeBack(TaskEntity task, String person) {
        var right = getGrantAuthorizationByUserId(person, Resources.TASK, task.getId());
        if (right == null) {
            return;
        }
        if (task.getCandidates().stream().anyMatch(link -> person.equals(link.getUserId()))) {
            right.removePermission(Permissions.TASK_ASSIGN);
        } else {
            Context.getCommandContext().getTaskManager().deleteDefaultAuthorizations(new AuthorizationEntity[] {right});
        }
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
