package io.ordertrail.platform.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.identity.IdentityProviderException;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.extension.keycloak.CacheableKeycloakGroupQuery;
import org.camunda.bpm.extension.keycloak.CacheableKeycloakUserQuery;
import org.camunda.bpm.extension.keycloak.KeycloakConfiguration;
import org.camunda.bpm.extension.keycloak.KeycloakContextProvider;
import org.camunda.bpm.extension.keycloak.KeycloakGroupQuery;
import org.camunda.bpm.extension.keycloak.KeycloakIdentityProviderSession;
import org.camunda.bpm.extension.keycloak.KeycloakUserQuery;
import org.camunda.bpm.extension.keycloak.cache.QueryCache;
import org.camunda.bpm.extension.keycloak.rest.KeycloakRestTemplate;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.web.client.RestClientException;

import io.ordertrail.platform.access.Role;

/**
 * Finds people and groups in Keycloak. The token of a signed-in person already names them and their groups, so their
 * own work goes on while Keycloak does not answer.
 */
class KeycloakDirectory extends KeycloakIdentityProviderSession {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();
    /** Characters that would be more than a value in the address with which the library calls Keycloak. */
    private static final Pattern NO_VALUE = Pattern.compile("[{}&?#/\\\\;=\\p{Cntrl}]");

    KeycloakDirectory(
            KeycloakConfiguration directory,
            KeycloakRestTemplate http,
            KeycloakContextProvider token,
            QueryCache<CacheableKeycloakUserQuery, List<User>> people,
            QueryCache<CacheableKeycloakGroupQuery, List<Group>> groups) {
        super(directory, http, token, people, groups, null); // no password is checked, so no cache is needed
    }

    /** Passwords go to Keycloak and nowhere else. */
    @Override
    public boolean checkPassword(String name, String password) {
        return false;
    }

    @Override
    protected List<User> findUserByQueryCriteria(KeycloakUserQuery query) {
        var ids = ids(query.getId(), query.getIds());
        var criteria = Stream.of(
                        query.getFirstName(),
                        query.getFirstNameLike(),
                        query.getLastName(),
                        query.getLastNameLike(),
                        query.getEmail(),
                        query.getEmailLike(),
                        query.getGroupId())
                .filter(Objects::nonNull)
                .toList();
        if (!ids.isEmpty() && criteria.isEmpty()) {
            return page(ids.stream().flatMap(id -> person(id).stream()), query);
        }
        return Stream.concat(ids.stream(), criteria.stream()).anyMatch(KeycloakDirectory::isNoValue)
                ? List.of()
                : asking(() -> super.findUserByQueryCriteria(query));
    }

    @Override
    protected List<Group> findGroupByQueryCriteria(KeycloakGroupQuery query) {
        var ids = ids(query.getId(), query.getIds());
        var me = signedIn().filter(person -> person.getName().equals(query.getUserId()));
        if (me.isPresent()) {
            return page(groups(me.get()).filter(group -> ids.isEmpty() || ids.contains(group.getId())), query);
        }
        var criteria = Stream.of(query.getUserId(), query.getName(), query.getNameLike(), query.getType())
                .filter(Objects::nonNull)
                .toList();
        if (!ids.isEmpty() && criteria.isEmpty()) {
            return page(ids.stream().flatMap(id -> group(id).stream()), query);
        }
        return Stream.concat(ids.stream(), criteria.stream()).anyMatch(KeycloakDirectory::isNoValue)
                ? List.of()
                : asking(() -> super.findGroupByQueryCriteria(query));
    }

    private Optional<User> person(String id) {
        var me = signedIn().filter(person -> person.getName().equals(id));
        if (me.isPresent()) {
            return me.map(KeycloakDirectory::user);
        }
        if (isNoValue(id)) {
            return Optional.empty();
        }
        try {
            var query = new KeycloakUserQuery();
            query.userId(id);
            return asking(() -> super.findUserByQueryCriteria(query)).stream().findFirst();
        } catch (IdentityProviderException unanswered) {
            return Optional.of(user(id)); // a list with the bare id is better than none
        }
    }

    private Optional<Group> group(String id) {
        var role = Arrays.stream(Role.values())
                .filter(one -> one.group().equals(id))
                .findFirst();
        if (role.isPresent()) {
            return Optional.of(group(role.get()));
        }
        if (isNoValue(id)) {
            return Optional.empty();
        }
        try {
            var query = new KeycloakGroupQuery();
            query.groupId(id);
            return asking(() -> super.findGroupByQueryCriteria(query)).stream().findFirst();
        } catch (IdentityProviderException unanswered) {
            return Optional.of(group(id, id));
        }
    }

    private static <T> T asking(Supplier<T> keycloak) {
        try {
            return keycloak.get();
        } catch (RestClientException e) {
            throw new IdentityProviderException("Keycloak refused a query for people or groups", e);
        }
    }

    private static Optional<Authentication> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.isAuthenticated() && !TRUST.isAnonymous(person));
    }

    private static User user(Authentication person) {
        var user = user(person.getName());
        if (person.getPrincipal() instanceof ClaimAccessor token) {
            user.setFirstName(token.getClaimAsString("given_name"));
            user.setLastName(token.getClaimAsString("family_name"));
        }
        return user;
    }

    private static User user(String id) {
        return new UserEntity(id);
    }

    private static Stream<Group> groups(Authentication person) {
        return person.getAuthorities().stream()
                .flatMap(authority -> Role.groupOf(authority.getAuthority()).stream())
                .map(id -> Arrays.stream(Role.values())
                        .filter(role -> role.group().equals(id))
                        .findFirst()
                        .map(KeycloakDirectory::group)
                        .orElseGet(() -> group(id, id)));
    }

    private static Group group(Role role) {
        return group(role.group(), role.title());
    }

    private static Group group(String id, String name) {
        var group = new GroupEntity(id);
        group.setName(name);
        group.setType(Role.CAMUNDA_ADMIN.group().equals(id) ? People.ENGINE_GROUP : People.OUR_GROUP);
        return group;
    }

    private static List<String> ids(String one, String[] many) {
        return one != null ? List.of(one) : many == null ? List.of() : List.of(many);
    }

    private static boolean isNoValue(String text) {
        return text.isBlank() || NO_VALUE.matcher(text).find();
    }

    private static <T> List<T> page(Stream<T> found, AbstractQuery<?, ?> query) {
        return found.skip(query.getFirstResult()).limit(query.getMaxResults()).toList();
    }
}
