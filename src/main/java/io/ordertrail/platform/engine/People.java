package io.ordertrail.platform.engine;

import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
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
    private final SlowHash hash;

    People(IdentityService identities, LocalSettings settings) {
        this.identities = identities;
        this.hash = new SlowHash(settings.passwordRounds());
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

    /**
     * A person as stored.
     *
     * @param name as stored, whatever case the database lets somebody type it in
     * @param passwordHash changes with the password
     */
    public record Person(String name, String passwordHash) {

        @Override
        public String toString() {
            return name;
        }
    }

    public Optional<Person> find(String name) {
        return Optional.ofNullable(
                        (UserEntity) identities.createUserQuery().userId(name).singleResult())
                .map(user -> new Person(user.getId(), user.getPassword()));
    }

    public boolean hasPassword(Person person, String password) {
        return identities.checkPassword(person.name(), password);
    }

    /** Takes as long as a check, so that nobody learns from the time of an answer whether a name exists. */
    public boolean hasPasswordOfNobody(String password) {
        hash.encrypt(password);
        return false;
    }

    /** Returns the groups of a person, none for an unknown one. */
    public Set<String> groupsOf(String name) {
        return Set.copyOf(EngineCaller.groupsOf(name, identities));
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
