package io.ordertrail.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

import io.ordertrail.platform.access.ProtectedField;
import io.ordertrail.platform.access.Role;

/**
 * The user of a page. The access rules of the addresses decide what a page offers; there is no second list of rights.
 */
public record CurrentUser(Authentication person, WebInvocationPrivilegeEvaluator privileges, Predicate<String> pages) {

    private static final Role[] SEE_ALL_TASKS = {Role.MANAGERS, Role.PROCESS_OWNERS, Role.CAMUNDA_ADMIN};

    public String name() {
        return person == null ? "" : person.getName();
    }

    public boolean mayOpen(String path) {
        return privileges.isAllowed("", path, "GET", person);
    }

    /**
     * Tells whether a page with exactly this address exists and the user may open it; access rules alone can cover
     * addresses without a page.
     */
    public boolean finds(String path) {
        return pages.test(path) && mayOpen(path);
    }

    public boolean mayPost(String path) {
        return privileges.isAllowed("", path, "POST", person);
    }

    /** Tells whether the user sees the name and the address of the person to whom an order is sent. */
    public boolean seesRecipients() {
        return ProtectedField.RECIPIENT.isVisibleTo(person);
    }

    /**
     * Tells whether the user sees a field of an order's change.
     *
     * @param kind of the record
     * @param place the part of the order
     */
    public boolean seesChange(String kind, String place, String field) {
        return ProtectedField.showsChange(kind, place, field, person);
    }

    /** Tells whether the user belongs to this candidate group. */
    public boolean isIn(String group) {
        return group != null && authorities().contains("ROLE_" + group);
    }

    public boolean maySeeTaskOf(String group) {
        return isIn(group) || is(SEE_ALL_TASKS);
    }

    public List<String> groupsWithTasksToSee() {
        return Role.lanes().stream().map(Role::group).filter(this::maySeeTaskOf).toList();
    }

    public boolean is(Role... roles) {
        return Arrays.stream(roles).anyMatch(role -> authorities().contains(role.authority()));
    }

    private Set<String> authorities() {
        return person == null
                ? Set.of()
                : person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
    }
}
