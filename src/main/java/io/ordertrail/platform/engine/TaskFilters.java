package io.ordertrail.platform.engine;

import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;

/** Creates the standard filters of Tasklist. All roles share them; the rights of each reader limit what they show. */
@Component
class TaskFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final GroupRights rights;

    TaskFilters(FilterService filters, TaskService tasks, GroupRights rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    void create() {
        var everybody = GroupRights.tasklistRoles();
        create(
                1,
                "My group's tasks",
                "Tasks of my group that nobody has claimed",
                "#2f6f9f",
                everybody,
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
        create(
                2,
                "My tasks",
                "Tasks that I have claimed",
                "#3a7d44",
                everybody,
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        create(
                3,
                "Overdue",
                "Tasks that should have been done by now, the longest overdue first",
                "#b5402a",
                everybody,
                tasks.createTaskQuery().dueBeforeExpression("${now()}"));
        create(
                4,
                "All tasks",
                "Every open task of every role",
                "#5c5c66",
                Set.of(Role.MANAGERS, Role.PROCESS_OWNERS),
                tasks.createTaskQuery());
    }

    private void create(int place, String name, String description, String color, Set<Role> readers, TaskQuery query) {
        var before = filters.createFilterQuery().filterName(name).list();
        if (!before.isEmpty()) {
            // roles that were added after the filter may read it, too; personal filters stay as they are
            before.stream().filter(filter -> filter.getOwner() == null).forEach(filter -> {
                readers.forEach(role -> rights.allowFilter(role, filter.getId()));
                sort(filter);
            });
            return;
        }
        var filter = filters.newTaskFilter(name);
        filter.setQuery(byUrgency(query));
        filter.setProperties(Map.of("priority", place, "description", description, "color", color, "refresh", true));
        filters.saveFilter(filter);
        readers.forEach(role -> rights.allowFilter(role, filter.getId()));
    }

    /** What is due first comes first; of what is due at the same moment, what is most important. */
    private static TaskQuery byUrgency(TaskQuery query) {
        return query.orderByDueDate().asc().orderByTaskPriority().desc();
    }

    /** A filter of an earlier version has no order, and a person may have given it one since. */
    private void sort(Filter filter) {
        TaskQueryImpl query = filter.getQuery();
        var sorting = query.getOrderingProperties();
        var isOverdue = sorting.size() == 1 && sorting.get(0).getQueryProperty().equals(TaskQueryProperty.DUE_DATE);
        if (sorting.isEmpty()) {
            filters.saveFilter(filter.setQuery(byUrgency(query)));
        } else if (isOverdue) {
            filters.saveFilter(filter.setQuery(query.orderByTaskPriority().desc()));
        }
    }
}
