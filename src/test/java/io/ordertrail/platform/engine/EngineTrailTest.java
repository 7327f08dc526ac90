package io.ordertrail.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import io.ordertrail.change.Act;
import io.ordertrail.change.Change;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.journey.JourneyTest;

/** What people do to the engine is in the trail of changes, whichever application or call they use. */
@JourneyTest
class EngineTrailTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Changes changes;

    @AfterEach
    void nobody_is_signed_in() {
        identities.clearAuthentication();
    }

    @Test
    void the_shipped_files_are_recorded_when_they_are_deployed() {
        assertThat(changes.history(Kind.DEPLOYMENT, "order-fulfilment.bpmn"))
                .extracting(change -> change.difference().field())
                .contains("content", "deployment");
    }

    @Test
    @WithMockUser("olivia")
    void a_deployed_file_shows_who_deployed_it_and_what_it_was_before() {
        var file = "trail-" + System.nanoTime() + ".txt";
        var first = deploy(file, "one");
        var second = deploy(file, "two");
        assertThat(changes.history(Kind.DEPLOYMENT, file))
                .filteredOn(change -> change.difference().field().equals("deployment"))
                .extracting(
                        Change::actor,
                        Change::act,
                        change -> change.difference().former(),
                        change -> change.difference().current())
                .containsExactly(
                        tuple("olivia", Act.CREATED, null, first), tuple("olivia", Act.CHANGED, first, second));
        assertThat(changes.last(Kind.DEPLOYMENT, file, "content").orElseThrow().difference())
                .satisfies(content -> assertThat(content.former()).hasSize(64))
                .satisfies(content -> assertThat(content.current()).hasSize(64).isNotEqualTo(content.former()));
        repository.deleteDeployment(first, true);
        repository.deleteDeployment(second, true);
    }

    @Test
    @WithMockUser("ada")
    void people_groups_and_rights_show_who_gave_and_took_them() {
        identities.setAuthentication("ada", List.of("camunda-admin"));
        var name = "trail" + System.nanoTime();
        var person = identities.newUser(name);
        person.setFirstName("Tilda");
        person.setPassword("first-long-password");
        identities.saveUser(person);
        identities.createMembership(name, "managers");
        var later = identities.createUserQuery().userId(name).singleResult();
        later.setFirstName("Tilly");
        later.setPassword("second-long-password");
        identities.saveUser(later);
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(name);
        right.setResource(Resources.APPLICATION);
        right.setResourceId("cockpit");
        right.addPermission(Permissions.ACCESS);
        authorizations.saveAuthorization(right);
        identities.deleteMembership(name, "managers");
        identities.deleteMembership(name, "managers");
        identities.createMembership(name, "sales");
        identities.deleteUser(name);

        assertThat(changes.history(Kind.RIGHTS, name))
                .extracting(
                        Change::actor,
                        Change::act,
                        change -> change.difference().field(),
                        change -> change.difference().former(),
                        change -> change.difference().current())
                .containsExactly(
                        tuple("ada", Act.CREATED, "firstName", null, "Tilda"),
                        tuple("ada", Act.CREATED, "password", null, "…"),
                        tuple("ada", Act.CHANGED, "group", null, "managers"),
                        tuple("ada", Act.CHANGED, "firstName", "Tilda", "Tilly"),
                        tuple("ada", Act.CHANGED, "password", "…", "…"),
                        tuple("ada", Act.CHANGED, "group", "managers", null),
                        tuple("ada", Act.CHANGED, "group", null, "sales"),
                        tuple("ada", Act.REMOVED, "firstName", "Tilly", null),
                        tuple("ada", Act.REMOVED, "group", "sales", null));
        assertThat(changes.history(Kind.RIGHTS, "Authorization"))
                .extracting(Change::actor, change -> change.difference().current())
                .contains(tuple("ada", name), tuple("ada", "cockpit"));
    }

    @Test
    void a_deleted_group_leaves_its_members_in_the_trail() {
        var name = "trail" + System.nanoTime();
        identities.saveUser(identities.newUser(name));
        identities.saveGroup(identities.newGroup(name));
        identities.createMembership(name, name);
        identities.deleteGroup(name);

        assertThat(changes.history(Kind.RIGHTS, name))
                .extracting(
                        Change::actor,
                        change -> change.difference().former(),
                        change -> change.difference().current())
                .containsExactly(tuple("ordertrail", null, name), tuple("ordertrail", name, null));
        identities.deleteUser(name);
    }

    private String deploy(String file, String content) {
        return repository
                .createDeployment()
                .name("trail")
                .addString(file, content)
                .deploy()
                .getId();
    }
}
