package io.ordertrail.cockpit;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;

/**
 * What the caller may see and do. Cockpit itself lets everybody call a plugin who is signed in to the engine, so the
 * plugin checks.
 */
@Component
class CockpitRights {

    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final RepositoryService repository;
    private final boolean persons;

    /**
     * @param persons whether the company wants to see who did what
     */
    CockpitRights(
            AuthorizationService authorizations,
            IdentityService identities,
            RepositoryService repository,
            @Value("${ordertrail.measures.persons:false}") boolean persons) {
        this.persons = persons;
        this.authorizations = authorizations;
        this.identities = identities;
        this.repository = repository;
    }

    /** Refuses a person who may not open Cockpit. */
    void checkCockpit() {
        check(Permissions.ACCESS, Resources.APPLICATION, "cockpit");
    }

    /** Refuses a person who may not read the history of a process. */
    void checkProcess(String process) {
        checkCockpit();
        check(ProcessDefinitionPermissions.READ_HISTORY, Resources.PROCESS_DEFINITION, process);
    }

    /** Finds a deployed process whose history the caller may read. */
    ProcessDefinition definition(String id) {
        checkCockpit();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
        if (definition == null) {
            throw new NotFoundException();
        }
        checkProcess(definition.getKey());
        return definition;
    }

    void checkRetry(String process) {
        checkCockpit();
        check(ProcessDefinitionPermissions.RETRY_JOB, Resources.PROCESS_DEFINITION, process);
    }

    boolean mayRetry(String process) {
        return may(ProcessDefinitionPermissions.RETRY_JOB, Resources.PROCESS_DEFINITION, process);
    }

    /** Refuses a person who may not say how long steps may take. */
    void checkTargets() {
        if (!mayChangeTargets()) {
            throw new ForbiddenException();
        }
    }

    boolean mayChangeTargets() {
        return isIn(Role.MANAGERS) || isIn(Role.PROCESS_OWNERS);
    }

    /** Who did what is for managers and administrators alone, and only if the company wants to see it. */
    boolean seesPersons() {
        return persons && (isIn(Role.MANAGERS) || isIn(Role.CAMUNDA_ADMIN));
    }

    void checkAdministrator() {
        if (!isAdministrator()) {
            throw new ForbiddenException();
        }
    }

    boolean isAdministrator() {
        return isIn(Role.CAMUNDA_ADMIN);
    }

    private boolean isIn(Role role) {
        var caller = identities.getCurrentAuthentication();
        return caller != null && caller.getGroupIds().contains(role.group());
    }

    private void check(Permission permission, Resource resource, String id) {
        if (!may(permission, resource, id)) {
            throw new ForbiddenException();
        }
    }

    private boolean may(Permission permission, Resource resource, String id) {
        var caller = identities.getCurrentAuthentication();
        return caller != null
                && authorizations.isUserAuthorized(caller.getUserId(), caller.getGroupIds(), permission, resource, id);
    }
}
