package io.ordertrail.platform.engine;

import jakarta.servlet.http.HttpServletRequest;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Signs the person of the application's session in to the engine's web applications. The engine creates the object by
 * the name of this class.
 */
public class SignedInPerson extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || person instanceof AnonymousAuthenticationToken || !person.isAuthenticated()) {
            return AuthenticationResult.unsuccessful();
        }
        var identities = engine.getIdentityService();
        if (identities.createUserQuery().userId(person.getName()).count() == 0) {
            return AuthenticationResult.unsuccessful(); // deleted meanwhile
        }
        var known = AuthenticationResult.successful(person.getName());
        known.setGroups(EngineCaller.groupsOf(person.getName(), identities));
        return known;
    }
}
