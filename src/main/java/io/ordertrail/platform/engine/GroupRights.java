package io.ordertrail.platform.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;

/**
 * The rights of a group in the engine; the rights to tasks come from their candidate groups. Nobody may start an
 * instance, not even administrators: an order enters through its use case or not at all.
 */
@Component
class GroupRights {

    private final AuthorizationService authorizations;

    GroupRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void grant() {
        Role.lanes().forEach(this::grantWork);
        List.of(Role.MANAGERS, Role.PROCESS_OWNERS).forEach(role -> {
            grantWork(role);
            grantInsight(role);
        });
        grantWork(Role.AUDITORS);
        allow(Role.MANAGERS, Resources.DEPLOYMENT, ANY, List.of(Permissions.READ));
        allow(Role.PROCESS_OWNERS, Resources.DEPLOYMENT, ANY, List.of(Permissions.READ, Permissions.CREATE));
        allow(Role.PROCESS_OWNERS, Resources.PROCESS_DEFINITION, ANY, processOwnersRights());
        allow(Role.MANAGERS, Resources.PROCESS_DEFINITION, ANY, insight());
        grantEverythingButStarting();
    }

    void allowFilter(Role role, String filter) {
        allow(role, Resources.FILTER, filter, List.of(Permissions.READ));
    }

    /** Grants Tasklist and the diagrams of the tasks, but no instances and no tasks of other groups. */
    private void grantWork(Role role) {
        allow(role, Resources.APPLICATION, "tasklist", List.of(Permissions.ACCESS));
        allow(role, Resources.APPLICATION, "welcome", List.of(Permissions.ACCESS));
        allow(role, Resources.GROUP, ANY, List.of(Permissions.READ));
        if (Role.lanes().contains(role)) {
            allow(role, Resources.PROCESS_DEFINITION, ANY, List.of(ProcessDefinitionPermissions.READ));
        }
    }

    private void grantInsight(Role role) {
        allow(role, Resources.APPLICATION, "cockpit", List.of(Permissions.ACCESS));
        allow(role, Resources.USER, ANY, List.of(Permissions.READ));
        allow(role, Resources.TASK, ANY, List.of(Permissions.READ));
        allow(role, Resources.DECISION_DEFINITION, ANY, List.of(Permissions.READ, Permissions.READ_HISTORY));
        allow(role, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, List.of(Permissions.READ));
        allow(role, Resources.BATCH, ANY, List.of(Permissions.READ));
        allow(
                role,
                Resources.TASK,
                ANY,
                List.of(Permissions.READ)); // Cockpit counts the tasks of each group only for those who may read all
    }

    private static List<Permission> insight() {
        return List.of(
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK);
    }

    /** The rights of insight, and the right to retry failed jobs. */
    private static List<Permission> processOwnersRights() {
        var rights = new ArrayList<>(insight());
        rights.add(ProcessDefinitionPermissions.RETRY_JOB);
        return rights;
    }

    private void grantEverythingButStarting() {
        for (var resource : Resources.values()) {
            switch (resource) {
                case PROCESS_DEFINITION -> allowAllBut(resource, ProcessDefinitionPermissions.CREATE_INSTANCE);
                case PROCESS_INSTANCE -> allowAllBut(resource, Permissions.CREATE);
                default -> allow(Role.CAMUNDA_ADMIN, resource, ANY, List.of(Permissions.ALL));
            }
        }
    }

    private void allowAllBut(Resource resource, Permission refused) {
        allow(Role.CAMUNDA_ADMIN, resource, ANY, List.of(Permissions.ALL), Set.of(refused));
    }

    private void allow(Role role, Resource resource, String id, List<? extends Permission> permissions) {
        allow(role, resource, id, permissions, Set.of());
    }

    /** An existing right stays as it is: an administrator may have changed it. */
    private void allow(
            Role role, Resource resource, String id, List<? extends Permission> permissions, Set<Permission> but) {
        var granted = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(role.group())
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (granted) {
            return;
        }
        var right = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        right.setGroupId(role.group());
        right.setResource(resource);
        right.setResourceId(id);
        permissions.forEach(right::addPermission);
        but.forEach(right::removePermission);
        authorizations.saveAuthorization(right);
    }

    static Set<Role> tasklistRoles() {
        var roles = EnumSet.copyOf(Role.lanes());
        roles.addAll(List.of(Role.MANAGERS, Role.PROCESS_OWNERS));
        return roles;
    }
}
