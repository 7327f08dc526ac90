package io.ordertrail.platform.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

import io.ordertrail.refusal.Refusal;

/** The engine's checks of rights, and one more: nobody works on a task that somebody else has claimed. */
class ClaimedTasks extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        var person = Context.getCommandContext().getAuthenticatedUserId();
        if (person != null && task.getAssignee() != null && !task.getAssignee().equals(person)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "task.taken", task.getAssignee());
        }
    }
}
