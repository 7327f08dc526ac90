package io.ordertrail.platform.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.access.WithLocalSignIn;

/** Users and groups in the engine's own tables. The methods add what is missing and do not change what exists. */
@Component
@WithLocalSignIn
public class People {

    public static final int SHORTEST_PASSWORD = 12;

    static final String ENGINE_GROUP = "SYSTEM";
    static final String OUR_GROUP = "WORKFLOW";

    private final IdentityService identities;

    People(IdentityService identities) {
        this.identities = identities;
    }

    void addGroups() {
        for (var role : Role.values()) {
            if (identities.createGroupQuery().groupId(role.group()).count() == 0) {
                var group = identities.newGroup(role.group());
                group.setName(role.title());
                group.setType(role == Role.CAMUNDA_ADMIN ? ENGINE_GROUP : OUR_GROUP);
                identities.saveGroup(group);
            }
        }
    }

    void addDemoUsers() {
        DemoUser.ALL.stream()
                .filter(user -> !isKnown(user.name()))
                .forEach(user -> add(user.name(), user.firstName(), DemoUser.PASSWORD, user.role(), true));
    }

    public void addAdministrator(String name, String password) {
        add(name, name, password, Role.CAMUNDA_ADMIN, false);
    }

    private void add(String name, String firstName, String password, Role role, boolean anyPassword) {
        var user = identities.newUser(name);
        user.setFirstName(firstName);
        user.setLastName(role.title());
        user.setPassword(password);
        ((IdentityServiceImpl) identities).saveUser(user, anyPassword);
        identities.createMembership(name, role.group());
    }

    public boolean isKnown(String name) {
        return identities.createUserQuery().userId(name).count() > 0;
    }

    public boolean haveAdministrator() {
        return identities
                        .createUserQuery()
                        .memberOfGroup(Role.CAMUNDA_ADMIN.group())
                        .count()
                > 0;
    }
}
