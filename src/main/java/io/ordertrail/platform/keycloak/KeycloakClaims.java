package io.ordertrail.platform.keycloak;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

import io.ordertrail.platform.access.Role;

/** Reads the claims of a Keycloak token about its owner. */
final class KeycloakClaims {

    static final String NAME = "preferred_username";
    static final String GROUPS = "groups";
    /** The longest name that the timeline can store. */
    static final int LONGEST_NAME = 100;
    /** Matches top-level groups only: a group called sales below another group is not the sales department. */
    private static final Pattern TOP_LEVEL = Pattern.compile("/([^/]+)");

    private KeycloakClaims() {}

    static boolean isNamed(ClaimAccessor token) {
        var name = token.getClaimAsString(NAME);
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    static List<String> groups(ClaimAccessor token) {
        var paths = token.getClaimAsStringList(GROUPS);
        return paths == null
                ? List.of()
                : paths.stream()
                        .map(TOP_LEVEL::matcher)
                        .filter(path -> path.matches())
                        .map(path -> path.group(1))
                        .toList();
    }

    static List<GrantedAuthority> authorities(ClaimAccessor token) {
        return groups(token).stream()
                .map(Role::authorityOf)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
