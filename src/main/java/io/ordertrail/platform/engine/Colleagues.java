package io.ordertrail.platform.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;

/** The people of the company, wherever they are kept: in the engine's tables or in Keycloak. */
@Component
public class Colleagues {

    /**
     * A person of the company.
     *
     * @param mail their address; empty when none is known
     */
    public record Colleague(String name, String mail, Set<Role> roles) {}

    private final IdentityService identities;

    Colleagues(IdentityService identities) {
        this.identities = identities;
    }

    /** Finds a person who is still with the company. */
    public Optional<Colleague> find(String name) {
        return Optional.ofNullable(identities.createUserQuery().userId(name).singleResult())
                .map(user -> new Colleague(
                        user.getId(),
                        user.getEmail() == null ? "" : user.getEmail().strip(),
                        rolesOf(user.getId())));
    }

    private Set<Role> rolesOf(String name) {
        var groups = EngineCaller.groupsOf(name, identities);
        return Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.group()))
                .collect(Collectors.toSet());
    }
}
