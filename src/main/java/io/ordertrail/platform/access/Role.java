package io.ordertrail.platform.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every group a person or a program can belong to; its name in kebab-case is the group's id in the engine. */
public enum Role {
    SALES,
    ORDER_REVIEW,
    WAREHOUSE,
    SHIPPING,
    CUSTOMER_SERVICE,
    PURCHASING,
    MANAGERS,
    PROCESS_OWNERS,
    SYSTEMS,
    CAMUNDA_ADMIN;

    private static final String AUTHORITY_PREFIX = "ROLE_";

    /** The people: everybody but other software. */
    public static Set<Role> staff() {
        return EnumSet.complementOf(EnumSet.of(SYSTEMS));
    }

    public static Set<Role> lanes() {
        return EnumSet.of(SALES, ORDER_REVIEW, WAREHOUSE, SHIPPING, CUSTOMER_SERVICE, PURCHASING);
    }

    public String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What Spring Security calls a member of this group. */
    public String authority() {
        return authorityOf(group());
    }

    /** The group's name as the engine's Admin shows it. */
    public String title() {
        var words = group().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public static String authorityOf(String group) {
        return AUTHORITY_PREFIX + group;
    }

    /** The other way round; empty where an authority is no membership. */
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
