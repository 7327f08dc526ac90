package io.ordertrail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ordertrail.platform.access.Role.CUSTOMER_SERVICE;
import static io.ordertrail.platform.access.Role.MANAGERS;
import static io.ordertrail.platform.access.Role.ORDER_REVIEW;
import static io.ordertrail.platform.access.Role.PURCHASING;
import static io.ordertrail.platform.access.Role.SALES;
import static io.ordertrail.platform.access.Role.SHIPPING;
import static io.ordertrail.platform.access.Role.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Sample;
import io.ordertrail.platform.access.Role;

/** The lists of each role contain its own tasks and no others, with every filter and search. */
class ForeignTasksInTheBrowserTest extends InTheBrowser {

    private static final Map<Role, Set<String>> OWN = Map.of(
            SALES, Set.of("Correct order", "Decide on shortage"),
            ORDER_REVIEW, Set.of("Review order"),
            WAREHOUSE, Set.of("Pick and pack"),
            SHIPPING, Set.of("Ship parcel"),
            CUSTOMER_SERVICE, Set.of("Chase delivery"),
            PURCHASING, Set.of("Decide on replenishment", "Chase supplier"));

    @Autowired
    TaskService tasks;

    @ParameterizedTest
    @MethodSource("clerks")
    void a_role_sees_counts_and_finds_its_own_tasks_only(Role role) {
        var tasklist = Tasklist.openedBy(signedIn(role));
        assertThat(tasklist.filters()).containsText(new String[] {"My group's tasks", "My tasks", "Overdue"});
        assertThat(tasklist.names()).isNotEmpty().isSubsetOf(OWN.get(role));
        assertThat(tasklist.count()).isEqualTo(ofTheGroup(role).count());

        assertThat(tasklist.open("My tasks").names()).isSubsetOf(OWN.get(role));
        assertThat(tasklist.count())
                .isEqualTo(tasks.createTaskQuery().taskAssignee(name(role)).count());

        assertThat(tasklist.open("Overdue").names()).isSubsetOf(OWN.get(role));
        assertThat(tasklist.count())
                .isEqualTo(ofTheGroup(role)
                        .includeAssignedTasks()
                        .dueBefore(new Date())
                        .count());

        var foreign = tasks.createTaskQuery().active().list().stream()
                .filter(task -> !OWN.get(role).contains(task.getName()))
                .findFirst()
                .orElseThrow();
        assertThat(tasklist.search("Name", foreign.getName()).names()).isEmpty();
        assertThat(tasklist.count()).isZero();
    }

    static List<Role> clerks() {
        return Sample.orOnly(List.of(SALES, WAREHOUSE), List.copyOf(OWN.keySet()));
    }

    @Test
    void the_address_of_a_task_of_another_role_opens_nothing() {
        var foreign = ofTheGroup(WAREHOUSE).listPage(0, 1).get(0);
        var sales = signedIn(SALES);
        sales.open(Tasklist.ADDRESS + "default/#/?task=" + foreign.getId());
        assertThat(sales.page().locator("[cam-tasklist-task]")).containsText("Select a task in the list.");
        assertThat(sales.page().getByText("The task does not exist anymore")).isVisible();
        assertThat(sales.page().locator("[cam-tasklist-task] h2.task")).hasCount(0);
        sales.expectRefusal();
    }

    @Test
    void managers_see_all_tasks() {
        var tasklist = Tasklist.openedBy(signedIn(MANAGERS));
        assertThat(tasklist.open("All tasks").count())
                .isEqualTo(tasks.createTaskQuery().count());
    }

    private TaskQuery ofTheGroup(Role role) {
        return tasks.createTaskQuery().taskCandidateGroup(role.group());
    }
}
