package io.ordertrail.web;

import io.ordertrail.platform.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/** The person who reads a page. What they are offered is what the rules of the doors let them do: no second list of rights. */
record Me(Authentication person, WebInvocationPrivilegeEvaluator doors) {

  private static final Set<Role> SEE_ALL_TASKS = Set.of(Role.MANAGERS, Role.PROCESS_OWNERS, Role.CAMUNDA_ADMIN);

  String name() {
    return person == null ? "" : person.getName();
  }

  boolean mayOpen(String path) {
    return doors.isAllowed("", path, "GET", person);
  }

  boolean mayPost(String path) {
    return doors.isAllowed("", path, "POST", person);
  }

  /** Whether a task of this group is theirs to do. */
  boolean isIn(String group) {
    return group != null && authorities().contains("ROLE_" + group);
  }

  boolean maySeeTaskOf(String group) {
    return isIn(group) || SEE_ALL_TASKS.stream().anyMatch(role -> authorities().contains(role.authority()));
  }

  boolean is(Role... roles) {
    return Arrays.stream(roles).anyMatch(role -> authorities().contains(role.authority()));
  }

  private Set<String> authorities() {
    return person == null ? Set.of()
        : person.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
  }
}
