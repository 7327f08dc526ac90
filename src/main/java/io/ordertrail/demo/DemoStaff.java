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

/** The people of the demo company at work: what they do carries their names, as if each had signed in. */
@Component
class DemoStaff {

    private final TaskActions workDesk;

    DemoStaff(TaskActions workDesk) {
        this.workDesk = workDesk;
    }

    void take(DemoJob job, OrderNumber order) {
        as(job.role(), () -> workDesk.takeOver(order, job.element()));
    }

    void finish(DemoJob job, OrderNumber order, Map<String, String> fields) {
        as(job.role(), () -> workDesk.complete(order, job.element(), fields));
    }

    void as(Role role, Runnable act) {
        as(role, () -> {
            act.run();
            return null;
        });
    }

    <T> T as(Role role, Supplier<T> act) {
        var before = SecurityContextHolder.getContext();
        var signedIn = SecurityContextHolder.createEmptyContext();
        signedIn.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                nameOf(role), null, AuthorityUtils.createAuthorityList(role.authority())));
        SecurityContextHolder.setContext(signedIn);
        try {
            return act.get();
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
