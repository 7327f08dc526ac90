package io.ordertrail.demo;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.DemoUser;
import io.ordertrail.process.desk.TaskActions;

/** The staff of the demo company. What they do is recorded under their names, as if each had signed in. */
@Component
class DemoStaff {

    private final TaskActions taskActions;

    DemoStaff(TaskActions taskActions) {
        this.taskActions = taskActions;
    }

    void claim(DemoJob job, OrderNumber order) {
        as(job.role(), () -> taskActions.claim(order, job.element()));
    }

    void complete(DemoJob job, OrderNumber order, Map<String, String> fields) {
        as(job.role(), () -> taskActions.complete(order, job.element(), fields));
    }

    void as(Role role, Runnable work) {
        as(role, () -> {
            work.run();
            return null;
        });
    }

    <T> T as(Role role, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                nameOf(role), null, AuthorityUtils.createAuthorityList(role.authority())));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static String nameOf(Role role) {
        return DemoUser.ALL.stream()
                .filter(user -> user.role() == role)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
