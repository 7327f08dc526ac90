package io.ordertrail.platform.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The groups that a person or a program can belong to. The id of the group in the engine is the name in kebab-case. */
public enum Role {
    SALES,
    ORDER_REVIEW,
    WAREHOUSE,
    SHIPPING,
    CUSTOMER_SERVICE,
    PURCHASING,
    MANAGERS,
    PROCESS_OWNERS,
    AUDITORS,
    SYSTEMS,
    CAMUNDA_ADMIN;

    private static final String AUTHORITY_PREFIX = "ROLE_";

    /** All roles of people, which are all but that of other software. */
    public static Set<Role> staff() {
        return EnumSet.complementOf(EnumSet.of(SYSTEMS));
    }

    /** The roles that have a lane in the diagrams. */
    public static Set<Role> lanes() {
        return EnumSet.of(SALES, ORDER_REVIEW, WAREHOUSE, SHIPPING, CUSTOMER_SERVICE, PURCHASING);
    }

    public String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the authority of this group in Spring Security. */
    public String authority() {
        return authorityOf(group());
    }

    /** Returns the group's name as the engine's Admin shows it. */
    public String title() {
        var words = group().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public static String authorityOf(String group) {
        return AUTHORITY_PREFIX + group;
    }

    /** Returns the group of an authority; empty if the authority is not a group membership. */
    public static Optional<String> groupOf(String authority) {
        return authority.startsWith(AUTHORITY_PREFIX)
                ? Optional.of(authority.substring(AUTHORITY_PREFIX.length()))
                : Optional.empty();
    }

    public static Set<Role> among(Set<String> authorities) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(values())
                .filter(role -> authorities.contains(role.authority()))
                .forEach(roles::add);
        return roles;
    }
}
