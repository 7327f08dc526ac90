package io.ordertrail.platform;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/** A group may work on its tasks; who has taken one may besides hand it back, which to the engine is an assignment. */
class TaskRights extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
    var rights = super.newTaskAssignee(task, before, now);
    if (rights != null) {
      for (var right : rights) {
        allowHandingBack(right, now);
      }
    }
    return rights;
  }

  private static void allowHandingBack(AuthorizationEntity right, String assignee) {
    if (right != null && assignee != null && assignee.equals(right.getUserId())) {
      right.addPermission(Permissions.TASK_ASSIGN);
    }
  }
}
