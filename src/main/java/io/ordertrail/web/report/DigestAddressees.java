package io.ordertrail.web.report;

import java.util.Optional;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.engine.Colleagues;
import io.ordertrail.platform.engine.Colleagues.Colleague;
import io.ordertrail.web.page.CurrentUser;

/** Knows to whom a digest may go: to people who may read reports now and have a mail address. */
@Component
class DigestAddressees {

    /** A person with their rights, as if they were signed in. */
    record Addressee(String address, CurrentUser rights) {}

    private final Colleagues colleagues;
    private final WebInvocationPrivilegeEvaluator privileges;

    DigestAddressees(Colleagues colleagues, WebInvocationPrivilegeEvaluator privileges) {
        this.colleagues = colleagues;
        this.privileges = privileges;
    }

    Optional<Addressee> find(String person) {
        return colleagues
                .find(person)
                .filter(colleague -> !colleague.mail().isEmpty())
                .map(colleague -> new Addressee(colleague.mail(), rights(colleague)))
                .filter(addressee -> addressee.rights().mayOpen("/reports/digest"));
    }

    private CurrentUser rights(Colleague colleague) {
        var authorities = AuthorityUtils.createAuthorityList(
                colleague.roles().stream().map(Role::authority).toList());
        return new CurrentUser(
                UsernamePasswordAuthenticationToken.authenticated(colleague.name(), null, authorities),
                privileges,
                page -> false);
    }
}
