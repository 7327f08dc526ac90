package io.ordertrail.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.query.QueryProperty;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.platform.access.Role;

/** Uses a process with two tasks, for two groups. */
@PlatformTest
class GroupRightsTest {

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    EngineSetup firstStart;

    private String deployment;

    @BeforeEach
    void twoTasks() {
        var diagram = Bpmn.createExecutableProcess("twoTasks")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .parallelGateway("both")
                .userTask("sell")
                .camundaCandidateGroups("sales")
                .camundaDueDate("2020-01-01T00:00:00Z")
                .endEvent()
                .moveToNode("both")
                .userTask("pack")
                .camundaCandidateGroups("warehouse")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("two-tasks.bpmn", diagram)
                .deploy()
                .getId();
        runtime.startProcessInstanceByKey("twoTasks", "A-1");
    }

    @AfterEach
    void clear() {
        identities.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void a_clerk_sees_only_the_tasks_of_their_group() {
        as(Role.SALES);
        assertThat(ours().list()).extracting(Task::getTaskDefinitionKey).containsExactly("sell");
        assertThat(tasks.createTaskQuery().list())
                .extracting(Task::getTaskDefinitionKey)
                .isSubsetOf("sell", "correctOrder", "decideOnShortage");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("twoTasks")
                        .count())
                .isEqualTo(1);
        as(Role.SHIPPING);
        assertThat(ours().count()).isZero();
    }

    @Test
    void a_clerk_claims_unclaims_and_completes_but_neither_assigns_nor_deletes() {
        as(Role.SALES);
        var task = ours().singleResult().getId();
        assertThatThrownBy(() -> tasks.setAssignee(task, "demo-manager")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.setPriority(task, 100)).isInstanceOf(AuthorizationException.class);
        tasks.claim(task, "demo-sales");
        tasks.setAssignee(task, null);
        tasks.claim(task, "demo-sales");
        forms.submitTaskForm(task, Map.of());
        assertThat(ours().count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_starts_an_instance_not_even_an_administrator(Role role) {
        as(role);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("twoTasks", "A-2"))
                .isInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void process_owners_and_administrators_deploy(Role role) {
        var may = authorizations.isUserAuthorized(
                "somebody", List.of(role.group()), Permissions.CREATE, Resources.DEPLOYMENT);
        assertThat(may).isEqualTo(role == Role.CAMUNDA_ADMIN || role == Role.PROCESS_OWNERS);
    }

    @Test
    void managers_see_every_task_and_instance_and_change_none() {
        as(Role.MANAGERS);
        assertThat(ours().count()).isEqualTo(2);
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("twoTasks")
                .singleResult()
                .getId();
        assertThatThrownBy(() -> runtime.deleteProcessInstance(instance, "no"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> runtime.setVariable(instance, "x", 1)).isInstanceOf(AuthorizationException.class);
        var task = ours().taskDefinitionKey("sell").singleResult().getId();
        assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void standard_filters_show_each_role_its_own_tasks() {
        as(Role.SALES);
        assertThat(filterNames()).containsExactlyInAnyOrder("My group's tasks", "My tasks", "Overdue");
        assertThat(count("My group's tasks")).isEqualTo(1);
        assertThat(count("Overdue")).isEqualTo(1);
        assertThat(count("My tasks")).isZero();
        tasks.claim(ours().singleResult().getId(), "demo-sales");
        assertThat(count("My tasks")).isEqualTo(1);
        assertThat(count("My group's tasks")).isZero();
        as(Role.WAREHOUSE);
        assertThat(count("Overdue")).isZero();
        as(Role.MANAGERS);
        assertThat(filterNames()).contains("All tasks");
        assertThat(count("All tasks")).isEqualTo(2);
    }

    @Test
    void standard_filters_list_what_is_due_first_also_those_of_an_earlier_version() {
        identities.clearAuthentication();
        for (var name : List.of("My group's tasks", "My tasks", "Overdue", "All tasks")) {
            assertThat(order(name)).as(name).containsExactly(TaskQueryProperty.DUE_DATE, TaskQueryProperty.PRIORITY);
        }
        var shipped = filter("All tasks").getQuery();
        filters.saveFilter(filter("All tasks").setQuery(tasks.createTaskQuery()));
        firstStart.afterSingletonsInstantiated();
        assertThat(order("All tasks")).containsExactly(TaskQueryProperty.DUE_DATE, TaskQueryProperty.PRIORITY);

        filters.saveFilter(filter("All tasks")
                .setQuery(tasks.createTaskQuery().orderByTaskName().asc()));
        firstStart.afterSingletonsInstantiated();
        assertThat(order("All tasks")).as("a person chose it").containsExactly(TaskQueryProperty.NAME);
        filters.saveFilter(filter("All tasks").setQuery(shipped));
    }

    private Filter filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }

    private List<QueryProperty> order(String filter) {
        TaskQueryImpl query = filter(filter).getQuery();
        return query.getOrderingProperties().stream()
                .map(QueryOrderingProperty::getQueryProperty)
                .toList();
    }

    @Test
    void a_second_start_adds_nothing() {
        var rights = authorizations.createAuthorizationQuery().count();
        var kept = filters.createFilterQuery().count();
        firstStart.afterSingletonsInstantiated();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rights);
        assertThat(filters.createFilterQuery().count()).isEqualTo(kept);
    }

    private void as(Role role) {
        var user = DemoUser.ALL.stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
        identities.setAuthentication(user.name(), List.of(role.group()));
    }

    private Set<String> filterNames() {
        return filters.createFilterQuery().list().stream().map(Filter::getName).collect(Collectors.toSet());
    }

    private long count(String name) {
        return filters.count(
                filters.createFilterQuery().filterName(name).singleResult().getId(), ours());
    }

    /** Returns the tasks of this test, without those of the demo company. */
    private TaskQuery ours() {
        return tasks.createTaskQuery().processDefinitionKey("twoTasks");
    }
}
