package io.ordertrail.platform.engine.trail;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Snapshot;
import io.ordertrail.change.Subject;

/**
 * The engine's own tables of people and groups. Records in the trail of changes what happens to each person, whichever
 * application or call it comes by, and at start-up too. A password is recorded as changed, never as such.
 */
public class RecordedPeople extends DbIdentityServiceProvider {

    private static final String PASSWORD = "password";
    private static final String GROUP = "group";
    private static final String HIDDEN = "…";

    private final Supplier<ChangeLog> log;

    RecordedPeople(Supplier<ChangeLog> log) {
        this.log = log;
    }

    /** The engine is built before the trail can be written, so it is fetched when somebody changes. */
    public record Factory(Supplier<ChangeLog> log) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return RecordedPeople.class;
        }

        @Override
        public Session openSession() {
            return new RecordedPeople(log);
        }
    }

    private record Profile(String firstName, String lastName, String email) {

        static Snapshot of(User user) {
            return user == null
                    ? Snapshot.NONE
                    : Snapshot.of(new Profile(user.getFirstName(), user.getLastName(), user.getEmail()));
        }
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        var stored = getDbEntityManager().selectById(UserEntity.class, user.getId());
        var before = Profile.of(stored);
        var newPassword = user instanceof UserEntity entity && entity.hasNewPassword();
        var result = super.saveUser(user);
        var act = stored == null ? Act.CREATED : Act.CHANGED;
        log.get().record(subject(user.getId()), act, before, Profile.of(user));
        if (newPassword) {
            log.get().record(subject(user.getId()), act, PASSWORD, stored == null ? null : HIDDEN, HIDDEN);
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteUser(String name) {
        var before = Profile.of(getDbEntityManager().selectById(UserEntity.class, name));
        var groups = groupsOf(name);
        var result = super.deleteUser(name);
        log.get().record(subject(name), Act.REMOVED, before, Snapshot.NONE);
        groups.forEach(group -> left(name, group, Act.REMOVED));
        return result;
    }

    @Override
    public IdentityOperationResult createMembership(String name, String group) {
        var result = super.createMembership(name, group);
        log.get().record(subject(name), Act.CHANGED, GROUP, null, group);
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String name, String group) {
        var result = super.deleteMembership(name, group);
        if (IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation())) {
            left(name, group, Act.CHANGED);
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        var members = membersOf(group);
        var result = super.deleteGroup(group);
        members.forEach(name -> left(name, group, Act.CHANGED));
        return result;
    }

    private void left(String name, String group, Act act) {
        log.get().record(subject(name), act, GROUP, group, null);
    }

    private List<String> groupsOf(String name) {
        return unchecked(() -> createGroupQuery(Context.getCommandContext()).groupMember(name).list().stream()
                .map(Group::getId)
                .toList());
    }

    private List<String> membersOf(String group) {
        return unchecked(() -> createUserQuery(Context.getCommandContext()).memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList());
    }

    /** The trail is complete, whatever the caller may read. */
    private static <T> T unchecked(Callable<T> query) {
        return Context.getCommandContext().runWithoutAuthorization(query);
    }

    private static Subject subject(String name) {
        return new Subject(Subject.Kind.RIGHTS, name);
    }
}
