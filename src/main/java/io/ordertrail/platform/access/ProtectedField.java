package io.ordertrail.platform.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * The table of the fields that not everybody sees who may see their record. Pages, API and the trail of changes ask it.
 */
public enum ProtectedField {
    /** To whom and where an order is sent, but for the city and the country. */
    RECIPIENT(
            "ORDER",
            "shipTo",
            Set.of("name", "street", "postalCode", "region", "phone", "email"),
            Role.SALES,
            Role.ORDER_REVIEW,
            Role.SHIPPING,
            Role.CUSTOMER_SERVICE,
            Role.MANAGERS,
            Role.CAMUNDA_ADMIN,
            Role.SYSTEMS),
    /** The same of a customer, in the trail of changes; who may not open the page of the customer reads it there alone. */
    CUSTOMER(
            "CUSTOMER",
            null,
            Set.of("name", "street", "postalCode", "region", "phone", "email"),
            Role.SALES,
            Role.ORDER_REVIEW,
            Role.SHIPPING,
            Role.CUSTOMER_SERVICE,
            Role.MANAGERS,
            Role.CAMUNDA_ADMIN,
            Role.SYSTEMS),
    /** The same in a corrected cell of an imported file. */
    IMPORTED(
            "IMPORT",
            null,
            Set.of("name", "street", "postalCode", "region", "phone", "email", "cell"),
            Role.SALES,
            Role.MANAGERS),
    /** What somebody searched for before an export is often a name. */
    EXPORT(
            "EXPORT",
            null,
            Set.of("text"),
            Role.SALES,
            Role.ORDER_REVIEW,
            Role.SHIPPING,
            Role.CUSTOMER_SERVICE,
            Role.MANAGERS,
            Role.CAMUNDA_ADMIN);

    private final String kind;
    /** Null for every part of the record. */
    private final String place;

    private final Set<String> names;
    private final Set<Role> readers;

    ProtectedField(String kind, String place, Set<String> names, Role first, Role... others) {
        this.kind = kind;
        this.place = place;
        this.names = names;
        this.readers = EnumSet.of(first, others);
    }

    /**
     * Tells whether a person sees a field in the trail of changes.
     *
     * @param kind of the changed record
     * @param place the part of the record that has the field
     */
    public static boolean showsChange(String kind, String place, String field, Authentication person) {
        return Arrays.stream(values())
                .filter(one -> one.kind.equals(kind) && one.isIn(place) && one.names.contains(field))
                .allMatch(one -> one.isVisibleTo(person));
    }

    private boolean isIn(String part) {
        return place == null || place.equals(part);
    }

    public Set<Role> readers() {
        return EnumSet.copyOf(readers);
    }

    /**
     * @param person null when nobody is signed in
     */
    public boolean isVisibleTo(Authentication person) {
        return person != null
                && person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(authority -> readers.stream()
                                .anyMatch(role -> role.authority().equals(authority)));
    }
}
