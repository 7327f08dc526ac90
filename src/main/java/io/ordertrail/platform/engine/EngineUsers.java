package io.ordertrail.platform.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.access.WithLocalSignIn;

/**
 * Checks names and passwords against the engine's identity tables. The engine delays repeated wrong passwords and
 * finally locks the account.
 */
@Component
@WithLocalSignIn
class EngineUsers implements AuthenticationProvider {

    private final IdentityService identities;

    EngineUsers(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication credentials) {
        var name = credentials.getName();
        var password = credentials.getCredentials();
        if (password == null || !identities.checkPassword(name, password.toString())) {
            throw new BadCredentialsException("Unknown name or wrong password");
        }
        var authorities = identities.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .map(Role::authorityOf)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList(authorities));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
